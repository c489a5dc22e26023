import ConcordModel

/// The pairs of partners that may be the same: those to put on the review list, each once, and none
/// that was settled or stands there already.
struct ReviewPairs {
  private(set) var new: [(from: RecordID, to: RecordID, note: String)] = []
  private var known: Set<Pair> = []

  private struct Pair: Hashable {
    let low: RecordID
    let high: RecordID

    init(_ one: RecordID, _ two: RecordID) {
      (low, high) = one < two ? (one, two) : (two, one)
    }

    /// The id of the pair's link, the same in every office.
    var link: RecordID { .derived(.link, from: ["possible-same", low.text, high.text]) }
  }

  init(_ workspace: Workspace) {
    for row in workspace.rows(.link) {
      let link = workspace[.link].id(row)
      guard let type = workspace.value(link, "type")?.text,
        workspace.catalogues["link-kinds"]?[type]?.holds("review") == true,
        let from = workspace.value(link, "from")?.text.flatMap({ RecordID($0) }),
        let to = workspace.value(link, "to")?.text.flatMap({ RecordID($0) })
      else { continue }
      known.insert(Pair(from, to))
    }
  }

  /// Puts a pair on the list.
  mutating func add(_ from: RecordID, _ to: RecordID, because note: String) {
    guard from != to, known.insert(Pair(from, to)).inserted else { return }
    new.append((from, to, note))
  }

  /// Makes the links of the new pairs.
  func write(to draft: inout Draft) {
    for pair in new {
      draft.new(
        Pair(pair.from, pair.to).link,
        [
          "from": .text(pair.from.text), "to": .text(pair.to.text), "type": .text("possible-same"),
          "note": .text(pair.note),
        ], derived: true)
    }
  }
}
