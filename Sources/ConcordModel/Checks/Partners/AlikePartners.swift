/// Finds pairs of partners that look the same: by marks that they share, each then looked at closely.
struct AlikePartners {
  /// A pair, by who came first.
  struct Pair: Hashable {
    let earlier: RecordID
    let later: RecordID
  }

  /// The pairs, by the row of the later one.
  private(set) var pairs: [Pair] = []
  private let workspace: Workspace
  private let table: Table
  /// Pairs of which somebody has said what they are, by their rows.
  private var settled: Set<RowPair> = []
  private var found: Set<RowPair> = []

  private struct RowPair: Hashable {
    let low: Int32
    let high: Int32

    init(_ one: Int, _ two: Int) {
      low = Int32(min(one, two))
      high = Int32(max(one, two))
    }
  }

  init(_ scope: CheckScope) {
    workspace = scope.workspace
    table = workspace[.partner]
    let ended = scope.word("ended")
    let rows = table.rows { $0[Partner.Slot.stage] != ended }
    let isThere = Set(rows)
    noteLinks(scope) { isThere.contains($0) }
    findNames(rows)
    findMarks(rows)
    pairs = found.sorted { ($0.high, $0.low) < ($1.high, $1.low) }
      .map { Pair(earlier: table.id(Int($0.low)), later: table.id(Int($0.high))) }
  }

  private mutating func add(_ one: Int, _ two: Int) {
    let pair = RowPair(one, two)
    if one != two, !settled.contains(pair) { found.insert(pair) }
  }

  // MARK: The review list

  /// Takes the pairs of the review list, and those that were settled.
  private mutating func noteLinks(_ scope: CheckScope, isThere: (Int) -> Bool) {
    let links = workspace[.link]
    let kinds = workspace.catalogues[.linkKinds].entries.filter { $0.holds("review") }
      .map { scope.word($0.key) }
    let open = scope.word(Self.open)
    var waiting: [(Int, Int)] = []
    for row in links.rows(where: { kinds.contains($0[Slot.type]) }) {
      guard let from = partner(links[row, Slot.from]), let to = partner(links[row, Slot.to]) else {
        continue
      }
      if links[row, Slot.type] == open {
        waiting.append((from, to))
      } else {
        settled.insert(RowPair(from, to))
      }
    }
    for (from, to) in waiting where isThere(from) && isThere(to) { add(from, to) }
  }

  private func partner(_ cell: Int64) -> Int? {
    Workspace.reference(cell, [.partner]).flatMap { workspace.row($0) }
  }

  /// The pair of two partners on the review list that waits for an answer.
  static func openPair(
    _ one: RecordID, _ two: RecordID, _ workspace: Workspace
  ) -> RecordID? {
    guard let row = workspace.row(one) else { return nil }
    return workspace.linkRows(partnerRow: row).map { workspace[.link].id($0) }.first { link in
      CheckWords.text(link, "type", workspace) == open
        && [CheckWords.text(link, "from", workspace), CheckWords.text(link, "to", workspace)]
          .contains(two.text)
    }
  }

  private enum Slot {
    static let from = Schema.link.required("from")
    static let to = Schema.link.required("to")
    static let type = Schema.link.required("type")
  }

  private static let open = "possible-same"

  // MARK: Names

  /// Partners of one folded name and one place; of several each goes with the first.
  private mutating func findNames(_ rows: [Int]) {
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(rows.count)
    var alike: [UInt64: [Int]] = [:]
    for row in rows {
      let mark = nameMark(row)
      if let before = first[mark] {
        alike[mark, default: [before]].append(row)
      } else {
        first[mark] = row
      }
    }
    for group in alike.values {
      var bodies: [(row: Int, identity: Identity)] = []
      for row in group {
        let identity = Identity(row, workspace)
        if let same = bodies.first(where: { $0.identity == identity }) {
          add(same.row, row)
        } else {
          bodies.append((row, identity))
        }
      }
    }
  }

  /// A number that partners of one folded name share.
  private func nameMark(_ row: Int) -> UInt64 {
    workspace.names.withName(row: row) { bytes in
      var mark: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes {
        if byte == UInt8(ascii: "\n") { break }
        mark = (mark ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
      return mark
    }
  }

  /// What makes a body the same body, as imports have it.
  private struct Identity: Equatable {
    let name: String
    /// What it is part of, of a federal body.
    let parents: [String]
    let country: String
    let state: String
    let city: String

    init(_ row: Int, _ workspace: Workspace) {
      let id = workspace[.partner].id(row)
      func folded(_ field: String) -> String {
        NameFold.fold(CheckWords.text(id, field, workspace))
      }
      name = folded("name")
      let isFederal = Partner(workspace, row).classKey == PartnerClass.federal.rawValue
      let words = name.split(separator: " ")
      let isTown = words.contains("town") || words.contains("township")
      country = isFederal ? "" : CheckWords.text(id, "country", workspace)
      state = isFederal ? "" : folded("state")
      city = isFederal || !isTown ? "" : folded("city")
      parents =
        isFederal
        ? workspace.linkRows(partnerRow: row).compactMap { Self.parent($0, of: id, workspace) }
          .sorted() : []
    }

    private static func parent(_ link: Int, of id: RecordID, _ workspace: Workspace) -> String? {
      let record = workspace[.link].id(link)
      guard CheckWords.text(record, "type", workspace) == "member-of",
        CheckWords.text(record, "from", workspace) == id.text
      else { return nil }
      return CheckWords.text(record, "to", workspace)
    }
  }

  // MARK: Identifiers and domains

  private mutating func findMarks(_ rows: [Int]) {
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(rows.count)
    for row in rows {
      for slot in Self.markSlots {
        let cell = table[row, slot]
        guard cell != Table.absent else { continue }
        for element in workspace.texts.elements(cell) {
          let mark = Self.mark(element)
          if let before = first[mark] {
            // Two texts may have one number, however seldom.
            if !Self.shared(before, row, workspace).isEmpty { add(before, row) }
          } else {
            first[mark] = row
          }
        }
      }
    }
  }

  /// A number that one identifier or domain has in capitals and small letters: each partner's are
  /// asked, and texts would have to be made anew.
  private static func mark(_ text: String) -> UInt64 {
    var mark: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      let small = (65...90).contains(byte) ? byte | 0x20 : byte
      mark = (mark ^ UInt64(small)) &* 0x0000_0100_0000_01B3
    }
    return mark
  }

  private static let markSlots = [Partner.Slot.domains, Partner.Slot.identifiers]

  /// The identifiers and domains that two partners have in common.
  private static func shared(_ one: Int, _ two: Int, _ workspace: Workspace) -> [String] {
    Set(marks(one, workspace)).intersection(marks(two, workspace)).sorted()
  }

  private static func marks(_ row: Int, _ workspace: Workspace) -> [String] {
    let table = workspace[.partner]
    return markSlots.flatMap { slot in
      let cell = table[row, slot]
      return cell == Table.absent ? [] : workspace.texts.elements(cell).map { $0.lowercased() }
    }
  }

  /// What two partners have in common; nil where that is nothing that makes them the same.
  static func likeness(
    _ one: RecordID, _ two: RecordID, _ workspace: Workspace
  ) -> String? {
    guard let one = workspace.row(one), let two = workspace.row(two) else { return nil }
    if let first = shared(one, two, workspace).first { return "both have \(first)" }
    return Identity(one, workspace) == Identity(two, workspace) ? "the same name and place" : nil
  }
}
