import ConcordModel
import ConcordStore

/// Writes the records of a `BenchOffice`: some hundred partners with their share of flags, cases and
/// tasks as one transaction, then what was decided on earlier ones as another.
struct BenchWriter {
  private let store: Store
  private let office: BenchOffice
  private let settings: Settings
  private let progress: ProgressLine
  private var texts: BenchTexts
  private var dice: DemoRandom
  private var people: [RecordID] = []
  private var partners: [RecordID] = []
  private var partnerClasses: [String] = []
  /// Flags and tasks that nobody has decided on yet.
  private var openFlags: [RecordID] = []
  private var openTasks: [RecordID] = []
  private var made = (flags: 0, tasks: 0)

  /// Partners of one transaction.
  private static let step = 400
  private static let tasksOfCase = 4

  init(
    _ store: Store, _ office: BenchOffice, data: DemoData, settings: Settings,
    progress: ProgressLine
  ) {
    self.store = store
    self.office = office
    self.settings = settings
    self.progress = progress
    texts = BenchTexts(data, seed: office.seed, partners: office.partners)
    dice = DemoRandom(office.seed, 21)
  }

  /// Writes everything.
  mutating func write() throws(CommandLineFailure) {
    try commit("record.create", at: 0) { writer, draft in writer.addPeople(&draft) }
    while partners.count < office.partners {
      let share = min(office.partners, partners.count + Self.step)
      // Records of the last year and a half, evenly.
      let when = Double(share) / Double(office.partners)
      try commit("bench.create", at: when) { writer, draft in writer.add(upTo: share, &draft) }
      try commit("bench.decide", at: when) { writer, draft in writer.decide(&draft) }
      progress.show(Progress("making the store", done: share, total: office.partners))
    }
  }

  private mutating func commit(
    _ name: String, at share: Double, _ fill: (inout BenchWriter, inout Draft) -> Void
  ) throws(CommandLineFailure) {
    let back = Int64((1 - share) * 540 * 86_400_000)
    let now = Instant(milliseconds: settings.now.milliseconds - back)
    let occasion = Occasion(
      author: texts.person(dice.number(0...7)).handle, account: "bench@bench", now: now,
      today: now.day(), seed: office.seed)
    var writer = self
    do {
      try store.commit(name, occasion) { workspace, context throws(CommandError) in
        var draft = Draft(workspace, context)
        fill(&writer, &draft)
        return draft.operations
      }
    } catch .refused(.nothingToDo) {
    } catch {
      throw CommandLineFailure(error)
    }
    self = writer
  }

  // MARK: Records

  private mutating func addPeople(_ draft: inout Draft) {
    for place in 0..<8 {
      let person = texts.person(place)
      people.append(
        draft.new(
          .person,
          [
            "handle": .text(person.handle), "name": .text(person.name),
            "roles": .set(person.roles), "accounts": .texts([person.handle + "@bench"]),
          ]))
    }
  }

  private mutating func add(upTo count: Int, _ draft: inout Draft) {
    while partners.count < count {
      let values = texts.partner(owner: owner(), day: draft.context.today, &dice)
      partners.append(draft.new(.partner, values))
      partnerClasses.append(values["class"]??.text ?? "")
    }
    let flags = office.flags * count / office.partners
    while made.flags < flags {
      let place = dice.number(0...partners.count - 1)
      let values = texts.flag(
        of: partners[place], class: partnerClasses[place], owner: owner(), draft.context, &dice)
      openFlags.append(draft.new(.flag, values))
      made.flags += 1
    }
    let tasks = office.tasks * count / office.partners
    while made.tasks < tasks { addCase(upTo: tasks, &draft) }
  }

  private mutating func addCase(upTo limit: Int, _ draft: inout Draft) {
    let partner = dice.pick(partners, or: partners[0])
    let opened = draft.context.today
    let isDecided = dice.chance(60)
    let vetting = draft.new(.vettingCase, texts.vettingCase(partner, opened, isDecided, &dice))
    for place in 0..<min(Self.tasksOfCase, limit - made.tasks) {
      let values = texts.task(
        place, of: vetting, partner, assignee: owner(), opened: opened, &dice)
      openTasks.append(draft.new(.task, values))
      made.tasks += 1
    }
  }

  private mutating func owner() -> RecordID { dice.pick(people, or: people[0]) }

  // MARK: Decisions

  /// What happens to flags and tasks later: every fifth flag, every second task.
  private mutating func decide(_ draft: inout Draft) {
    let now = draft.context.now.milliseconds
    for id in openFlags where dice.chance(20) {
      let status = dice.pick(["treating", "accepted", "closed", "dismissed", "snoozed"])
      draft.set(id, "status", .text(status))
      draft.set(id, "decided", .integer(now))
      if status == "accepted" || status == "snoozed" {
        let until = draft.context.today.adding(days: dice.number(30...300))
        draft.set(id, "until", .text(until.text))
      }
    }
    openFlags.removeAll(keepingCapacity: true)
    for id in openTasks where dice.chance(50) {
      draft.set(id, "status", .text(dice.pick(["passed", "in-progress", "failed", "waived"])))
      draft.set(id, "evidence", .text(texts.evidence(draft.context.today, &dice)))
    }
    openTasks.removeAll(keepingCapacity: true)
  }
}
