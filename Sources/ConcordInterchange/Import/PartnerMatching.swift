import ConcordModel

/// Finds the partner on record that each group of rows is about, and the doubts between them.
struct PartnerMatching: Sendable {
  let rows: PartnerRows
  let groups: [PartnerRows.Group]
  private let file: String

  init(_ rows: PartnerRows, file: String) {
    self.rows = rows
    self.file = file
    groups = rows.groups()
  }

  /// The partner on record of each group, `nil` where it is a new one: that of its id, else of its
  /// leading key (unless it brings an id along and the file names that partner by its own), else
  /// one with a domain or an identifier of its rows, else that of another row's key, else one with
  /// a page of its rows whose name agrees. The last two leave alone what another group leads to, so
  /// that partners which this file made are found the same way again. The index holds no new
  /// partner yet.
  func homes(in index: PartnerIndex) -> [PartnerIndex.Handle?] {
    let named = groups.map { group in
      rows[group.rows[0]].facts.id.flatMap { index.partner(record: $0) }
    }
    let claimed = Set(named.compactMap { $0 })
    let leading = zip(groups, named).map { group, named in
      named
        ?? index.partner(key: group.leadingKey).flatMap { home in
          rows.newID(of: group) != nil && claimed.contains(home) ? nil : home
        }
    }
    let taken = Set(leading.compactMap { $0 })
    return zip(groups, leading).map { group, leading in
      leading
        ?? otherHome(
          of: group, in: index, except: taken,
          neverIn: rows.newID(of: group) == nil ? [] : claimed)
    }
  }

  /// A federal body under the name that it goes by.
  struct Body {
    let name: String
    /// The first row of its group.
    let row: Int
  }

  private func otherHome(
    of group: PartnerRows.Group, in index: PartnerIndex, except taken: Set<PartnerIndex.Handle>,
    neverIn claimed: Set<PartnerIndex.Handle>
  ) -> PartnerIndex.Handle? {
    for row in group.rows {
      let holders = index.partners(marks: rows[row].marks)
      if let holder = holders.first(where: { !claimed.contains($0) }) { return holder }
    }
    for row in group.rows {
      if let named = index.partner(key: rows[row].identity.key), !taken.contains(named) {
        return named
      }
    }
    for row in group.rows {
      let hosts = index.partners(marks: rows[row].pages)
      if let host = hosts.first(where: { !taken.contains($0) && agrees($0, row, index) }) {
        return host
      }
    }
    return nil
  }

  /// The names that federal bodies go by, where the rows of their parts call them otherwise: a body
  /// may be on record, or lead its group, under another name. Names are folded; the group is that of
  /// the body.
  func bodies(homes: [PartnerIndex.Handle?], in index: PartnerIndex) -> [String: Body] {
    var names: [String: Body] = [:]
    for isLeading in [true, false] {
      for (group, home) in zip(groups, homes) {
        let first = group.rows[0]
        let name = home.map { index.identities[$0].fold } ?? rows[first].identity.fold
        for row in isLeading ? [first] : group.rows {
          let called = rows[row].identity
          guard called.isFederal, called.place.parent.isEmpty, names[called.fold] == nil else {
            continue
          }
          names[called.fold] = Body(name: name, row: first)
        }
      }
    }
    return names.filter { called, body in
      called != body.name && index.partner(key: PartnerIdentity.bodyKey(called)) == nil
    }
  }

  private func agrees(_ handle: PartnerIndex.Handle, _ row: Int, _ index: PartnerIndex) -> Bool {
    PartnerIdentity.agree(index.identities[handle].fold, rows[row].identity.fold)
  }

  /// Two partners that may be the same, with what speaks for it.
  typealias Doubt = (one: PartnerIndex.Handle, two: PartnerIndex.Handle, reason: String)

  /// Groups whose doubts are looked for at a time.
  private static let groupsPerPart = 1_024

  /// The doubts of all groups: other partners with the name, the domain or the page of a row.
  func doubts(
    homes: [PartnerIndex.Handle], in index: PartnerIndex, _ work: some ParallelWork
  ) -> [Doubt] {
    let found = work.mapParts(of: groups.count, by: Self.groupsPerPart) { places in
      places.flatMap { rowDoubts(of: groups[$0], home: homes[$0], in: index) }
    }
    if !found.contains(where: \.hasPages) { return found.flatMap(\.doubts) }
    return withPageDoubts(found, homes, in: index)
  }

  /// The doubts that a row gives without a look at its pages.
  private struct RowDoubts: Sendable {
    let row: Int
    let home: PartnerIndex.Handle
    let hasPages: Bool
    var doubts: [Doubt] = []
  }

  /// The rows of a group that give doubts or have pages, which may give more.
  private func rowDoubts(
    of group: PartnerRows.Group, home: PartnerIndex.Handle, in index: PartnerIndex
  ) -> [RowDoubts] {
    var found: [RowDoubts] = []
    for row in group.rows where rows[row].facts.id == nil {
      var doubts: [Doubt] = []
      if let named = index.partner(key: rows[row].identity.key), named != home {
        doubts.append(doubt(home, named, row, "the name of one and belongs to the other"))
      }
      for holder in index.partners(marks: rows[row].marks) where holder != home {
        doubts.append(doubt(home, holder, row, "a domain or an identifier of both"))
      }
      let hasPages = !rows[row].pages.isEmpty
      if hasPages || !doubts.isEmpty {
        found.append(RowDoubts(row: row, home: home, hasPages: hasPages, doubts: doubts))
      }
    }
    return found
  }

  /// All doubts, with those of pages: one row after another, as each is compared with those before.
  private func withPageDoubts(
    _ found: [RowDoubts], _ homes: [PartnerIndex.Handle], in index: PartnerIndex
  ) -> [Doubt] {
    var all: [Doubt] = []
    var homesByPage: [String: [PartnerIndex.Handle]] = [:]
    var homeByMark: [String: PartnerIndex.Handle] = [:]
    for (group, home) in zip(groups, homes) {
      for row in group.rows {
        for mark in rows[row].marks { homeByMark[mark] = home }
      }
    }
    for item in found {
      all += item.doubts
      for page in rows[item.row].pages {
        let hosts =
          index.partners(marks: [page]) + (homesByPage[page] ?? [])
          + (homeByMark[page].map { [$0] } ?? [])
        for host in Set(hosts).sorted() where host != item.home {
          all.append(doubt(item.home, host, item.row, "the web page of both"))
        }
        homesByPage[page, default: []].append(item.home)
      }
    }
    return all
  }

  private func doubt(
    _ one: PartnerIndex.Handle, _ two: PartnerIndex.Handle, _ row: Int, _ what: String
  ) -> Doubt {
    (one, two, "line \(rows[row].facts.line) of \(file) has \(what)")
  }
}
