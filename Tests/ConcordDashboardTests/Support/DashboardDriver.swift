import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// Drives the dashboard as a person would: keys in, pictures out. Effects are answered by the memory
/// office, undo by taking back its last state.
struct DashboardDriver {
  private(set) var state: DashboardState
  private(set) var office: MemoryOffice
  private(set) var effects: [Effect] = []
  /// What was changed by keys, the newest first.
  private var changes: [JournalEntry] = []
  /// What happened while its user was away, the newest first.
  private var away: (changes: [LookChange], hasOlder: Bool) = ([], false)
  private var history: [(office: MemoryOffice, records: [RecordID])] = []

  /// How the office stood on every earlier day; nil where that cannot be read.
  var past: Workspace?
  /// Whether what is asked of an earlier day is answered at once.
  var readsAtOnce = true

  init(_ office: MemoryOffice, width: Int, height: Int, readOnly: Bool = false) {
    self.office = office
    past = try? SampleOffice.monthAgo().workspace
    let workspace = office.workspace
    state = DashboardState(
      size: Size(width: width, height: height),
      actor: Actor(
        person: workspace.person(handle: office.author), author: office.author,
        today: MemoryOffice.today),
      isReadOnly: readOnly)
    _ = Dashboard.update(.resized(state.size), &state, workspace)
    _ = Dashboard.update(.screen(0), &state, workspace)
  }

  /// Types keys: plain characters, and names in angle brackets such as `<Enter>`.
  mutating func type(_ script: String) {
    var rest = Substring(script)
    while let next = rest.first {
      if next == "<", let end = rest.firstIndex(of: ">"),
        let key = Key(name: String(rest[rest.index(after: rest.startIndex)..<end]))
      {
        rest = rest[rest.index(after: end)...]
        press(key)
      } else {
        rest = rest.dropFirst()
        press(.character(next))
      }
    }
  }

  mutating func press(_ key: Key) {
    perform(Dashboard.key(key, &state, office.workspace))
  }

  mutating func send(_ action: Action) {
    perform(Dashboard.update(action, &state, office.workspace))
  }

  /// Takes up what another dashboard left.
  mutating func restore(_ keepsake: Keepsake) {
    Dashboard.restore(keepsake, &state, office.workspace)
  }

  /// Its user had looked before, and others went on since.
  mutating func lookBack(
    until last: LastLook, over changes: [LookChange], hasOlder: Bool = false
  ) {
    away = (changes, hasOlder)
    var keepsake = Dashboard.keepsake(state, office.workspace)
    keepsake.looked = last
    restore(keepsake)
    perform([])
  }

  /// What screens read.
  var scene: Scene { state.scene(office.workspace) }

  /// Somebody else makes a change, and the dashboard hears of it.
  mutating func changeElsewhere(_ invocation: Invocation, by author: String? = nil) throws {
    let own = office.author
    office.author = author ?? own
    let made = try office.run(invocation)
    office.author = own
    changes.insert(JournalEntry(made), at: 0)
    happened(made)
    send(.changedElsewhere([OtherChange(author: "other", words: invocation.command)]))
  }

  private mutating func happened(_ made: Transaction) {
    let change = LookChange(made)
    if !change.isOld(to: office.author) { send(.happened([change])) }
  }

  private mutating func perform(_ wanted: [Effect]) {
    let wanted = wanted + Dashboard.wants(&state)
    effects += wanted
    for effect in wanted {
      switch effect {
      case .commit(let invocation):
        let before = office
        do {
          let made = try office.run(invocation)
          history.append((before, made.records))
          changes.insert(JournalEntry(made), at: 0)
          send(
            .committed(
              CommitReport(
                id: made.id, command: made.command, records: made.records, clock: "14:02:31")))
          happened(made)
        } catch let error as CommandError {
          send(.refused(.refused(error)))
        } catch {
          Issue.record("\(error)")
        }
      case .readJournal(let request):
        let entries = changes.filter { entry in
          (request.record.map { entry.records.contains($0) } ?? true)
            && (request.author.map { $0 == entry.author } ?? true)
        }
        send(.journal(JournalPage(request, entries, hasMore: false)))
      case .check(let number):
        send(.checked(CheckReport(office.workspace), number: number))
      case .readHeatmap(let day):
        guard readsAtOnce else { continue }
        send(
          past.map { .heatmapRead(HeatmapSnapshot($0, day: day)) }
            ?? .heatmapNotRead("the journal cannot be read"))
      case .lookBack(let last):
        send(
          .lookedBack(
            LookBack(
              since: last, reader: office.author, away.changes, hasOlder: away.hasOlder,
              in: office.workspace)))
      case .lookFromNow:
        send(.looked(LastLook(at: office.now, lines: [:])))
      case .undo(let line):
        guard let before = history.popLast() else { continue }
        office.takeBack(to: before.office)
        send(
          .committed(
            CommitReport(
              id: line, command: "undo", records: before.records, clock: "14:03:00",
              tookBack: "the last one")))
      default: break
      }
    }
  }

  /// The picture as text.
  var picture: String {
    Frame.canvas(state, office.workspace).textLines().joined(separator: "\n") + "\n"
  }
}
