/// What others, and the rules, have done since somebody last looked: record by record, with a sign for
/// each record that lists show.
///
/// Their own changes do not count, whichever process made them; what a rule did in them does. What was
/// taken back again within the time does not show.
package struct LookBack: Hashable, Sendable {
  /// The most changes that are looked back over.
  package static let mostChanges = 2000

  /// Since when.
  package let last: LastLook
  /// Who looks.
  package let reader: String
  /// Whether they never looked before: then it begins here.
  package let isFirst: Bool
  /// Whether there are more changes than it speaks of.
  package let hasOlder: Bool
  /// Why the journal could not be read: a sentence.
  package let problem: String?
  /// What there is to say, heading by heading, the newest first.
  package private(set) var news: [LookNews] = []
  /// The pieces of ``news`` that stand under one heading.
  package private(set) var groups: [Range<Int>] = []
  /// The newest first.
  private var changes: [LookChange]
  private var signs: [RecordID: LookSign] = [:]

  /// - Parameter changes: the newest first.
  package init(
    since last: LastLook, reader: String, isFirst: Bool = false, _ changes: [LookChange] = [],
    hasOlder: Bool = false, problem: String? = nil, in workspace: Workspace
  ) {
    self.last = last
    self.reader = reader
    self.isFirst = isFirst
    self.hasOlder = hasOlder
    self.problem = problem
    self.changes = changes
    tell(workspace)
  }

  /// Takes up changes that have come since, the newest first.
  package mutating func add(_ newer: [LookChange], in workspace: Workspace) {
    let known = Set(changes.map(\.id))
    changes = newer.filter { !known.contains($0.id) } + changes
    tell(workspace)
  }

  /// The sign of a record; nil where nothing happened to it.
  package func sign(_ record: RecordID) -> LookSign? { signs[record] }

  /// How many records stand under a heading.
  package func count(_ group: LookGroup) -> Int {
    groups.first { news[$0.lowerBound].group == group }?.count ?? 0
  }

  // MARK: What counts

  private mutating func tell(_ workspace: Workspace) {
    var found: [RecordID: LookNews] = [:]
    for change in standing {
      for touch in change.touches where !change.isKnown(touch, to: reader) {
        let older = LookNews(touch, change)
        if found[touch.record]?.take(older: older) == nil { found[touch.record] = older }
      }
    }
    // Made and taken away again, by whomever: nothing is left to be told.
    let told = found.values.filter { news in
      workspace.contains(news.record) ? news.deed != .gone : news.deed == .gone && !news.isNew
    }
    news = told.filter { !($0.isPart && $0.deed == .new) }.sorted(by: LookNews.precedes)
    groups = []
    for (place, line) in news.enumerated() {
      if let last = groups.last, news[last.lowerBound].group == line.group {
        groups[groups.count - 1] = last.lowerBound..<place + 1
      } else {
        groups.append(place..<place + 1)
      }
    }
    signs = Self.signs(told, workspace)
  }

  /// The changes but those that were taken back again. Where somebody else took a change of the
  /// reader's back, that is news.
  private var standing: [LookChange] {
    var undone: [LineID: (place: Int, change: LookChange)] = [:]
    var standing: [(place: Int, change: LookChange)] = []
    for (place, change) in changes.enumerated() {
      if let undo = undone.removeValue(forKey: change.id) {
        if change.author == reader, undo.change.author != reader { standing.append(undo) }
      } else if let target = change.undoes {
        undone[target] = (place, change)
      } else {
        standing.append((place, change))
      }
    }
    standing += undone.values
    return standing.sorted { $0.place < $1.place }.map(\.change)
  }

  /// The signs of records, and of the partners that they belong to.
  private static func signs(
    _ told: [LookNews], _ workspace: Workspace
  ) -> [RecordID: LookSign] {
    var signs: [RecordID: LookSign] = [:]
    for news in told {
      guard let row = workspace.row(news.record) else { continue }
      signs[news.record] = news.isNew ? .new : .changed
      // A finding speaks of dozens: their flags will say more of each.
      guard news.record.kind != .partner, news.record.kind != .finding else { continue }
      for partner in workspace.partnerRows(of: news.record.kind, row: row) {
        let id = workspace[.partner].id(partner)
        if signs[id] == nil { signs[id] = .changed }
      }
    }
    return signs
  }
}
