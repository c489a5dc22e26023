import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// Words in the journal's filter: what does not stand among the changes read so far is looked for
/// further back.
@Suite struct JournalSearchTests {
  private let workspace: Workspace
  private var state: DashboardState
  /// The limits of what was asked for, one after the other.
  private var limits: [Int] = []

  init() throws {
    let office = try SampleOffice.make()
    workspace = office.workspace
    state = DashboardState(
      size: Size(width: 100, height: 30),
      actor: Actor(person: nil, author: office.author, today: MemoryOffice.today))
    _ = Dashboard.update(.resized(state.size), &state, workspace)
    let place = try #require(ScreenCatalogue.place("journal"))
    _ = Dashboard.update(.screen(place), &state, workspace)
  }

  /// Changes, the newest first, of whom the `rare`th ones have an author of their own.
  private static func entries(_ count: Int, rare: Set<Int>) -> [JournalEntry] {
    (0..<count).map { place in
      let line = LineID("TEST", Int64(count - place))
      return JournalEntry(
        Transaction(
          id: line, first: line, time: Int64(count - place), wallTime: nil,
          author: rare.contains(place) ? "r.heron" : "a.chen", account: "x@test",
          command: "flag.note", undoes: nil, steps: []))
    }
  }

  private var picture: String {
    Frame.canvas(state, workspace).textLines().joined(separator: "\n")
  }

  /// Answers the next question from a journal of these changes; false where nothing is asked.
  @discardableResult
  private mutating func answer(from journal: [JournalEntry]) throws -> Bool {
    switch Dashboard.wants(&state).first {
    case nil: return false
    case .readJournal(let request)?:
      limits.append(request.limit)
      let page = JournalPage(
        request, Array(journal.prefix(request.limit)), hasMore: journal.count > request.limit)
      _ = Dashboard.update(.journal(page), &state, workspace)
      return true
    case let other?:
      Issue.record("asked for \(other)")
      return false
    }
  }

  private mutating func search(_ words: String, in journal: [JournalEntry]) throws {
    _ = Dashboard.update(.setFilter(words), &state, workspace)
    limits = []
    while try answer(from: journal) { try #require(limits.count < 20) }
  }

  @Test("a word that stands far back is asked for until it is found")
  mutating func furtherBack() throws {
    let journal = Self.entries(1000, rare: [900])
    try answer(from: journal)
    #expect(limits == [200])
    _ = Dashboard.update(.setFilter("heron"), &state, workspace)
    limits = []
    try answer(from: journal)
    #expect(limits == [200])
    #expect(picture.contains("searching further back…"), "\(picture)")
    while try answer(from: journal) { try #require(limits.count < 20) }
    #expect(limits == [200, 800, 3200])
    #expect(picture.contains("r.heron"), "\(picture)")
  }

  @Test("what fills the pane is not looked for any further")
  mutating func enough() throws {
    try search("heron", in: Self.entries(1000, rare: Set(0..<60)))
    #expect(limits == [200])
    #expect(picture.contains("r.heron"))
  }

  @Test("without words, and with terms that the journal itself knows, it is asked once")
  mutating func withoutWords() throws {
    let journal = Self.entries(1000, rare: [900])
    try search("by:nobody", in: journal)
    #expect(limits == [200])
    try search("", in: journal)
    #expect(limits == [200])
  }

  @Test("the search ends at the journal's end, or after a hundred thousand changes")
  mutating func ends() throws {
    try search("zzzz", in: Self.entries(300, rare: []))
    #expect(limits == [200, 800])
    #expect(picture.contains("No change fits."), "\(picture)")
    // As if there were always more.
    _ = Dashboard.update(.setFilter("yyyy"), &state, workspace)
    limits = []
    let few = Self.entries(10, rare: [])
    while case .readJournal(let request)? = Dashboard.wants(&state).first {
      limits.append(request.limit)
      try #require(limits.count < 20)
      _ = Dashboard.update(
        .journal(JournalPage(request, few, hasMore: true)), &state, workspace)
    }
    #expect(limits == [200, 800, 3200, 12_800, 51_200, 204_800])
    #expect(picture.contains("No change fits."), "\(picture)")
  }

  @Test("an answer to what is no longer asked is not taken")
  mutating func olderAnswer() throws {
    let journal = Self.entries(20, rare: [3])
    guard case .readJournal(let first)? = Dashboard.wants(&state).first else {
      Issue.record("nothing was asked")
      return
    }
    _ = Dashboard.update(.setFilter("heron"), &state, workspace)
    _ = Dashboard.update(
      .journal(JournalPage(first, journal, hasMore: false)), &state, workspace)
    #expect(picture.contains("reading the journal…"), "\(picture)")
    try answer(from: journal)
    #expect(picture.contains("r.heron"), "\(picture)")
  }
}
