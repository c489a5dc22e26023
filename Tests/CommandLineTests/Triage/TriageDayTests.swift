import ConcordApp
import ConcordCanvas
import ConcordDashboard
import ConcordModel
import Testing

/// A manager's ten minutes: forty flags of all categories decided by keys alone, half of them together,
/// then every decision taken back, with a restart in the middle.
struct TriageDayTests {
  @Test("forty decisions and their undoing leave the very same state, across a restart")
  func day() throws {
    let program = try Program(seed: nil, author: "casey.holt")
    let made = try program.run(
      "demo", "--no-open", "--partners", "480", "--at", program.path("store"))
    try #require(made.status == 0, "\(made.words)")
    let digest = try digest(program)

    var desk = try Desk(program)
    var decided: Set<RecordID> = []
    // Each alone: what is asked is answered, and the next flag comes by itself.
    let singles = [
      "m1<Enter>", "aIt can be lived with until the renewal<Enter>",
      "z<Enter>", "xA namesake, seen by both desks<Enter>", "r33<Enter>The audit says so<Enter>",
      "+Spoke with their counsel<Enter>",
    ]
    var place = 0
    while decided.count < 27 {
      try #require(place < 300, "the keys decide nothing any more:\n\(desk.text)")
      let flag = try desk.flag()
      let before = desk.changes
      let script = singles[place % singles.count]
      place += 1
      try desk.type(String(script.prefix(1)))
      // A decision that cannot be made says why, such as the need of a second person; the next one.
      guard desk.isAsking else {
        try desk.goOn()
        continue
      }
      try desk.type(String(script.dropFirst()))
      // Where the end is asked for too, its default is taken.
      if desk.isAsking, !desk.text.contains("y does it") { try desk.type("<Enter>") }
      // At high or above what ends the care for it is shown before.
      if desk.text.contains("y does it") { try desk.type("y") }
      if desk.changes == before {
        try desk.type("<Esc><Esc>")
        try desk.goOn()
      } else {
        decided.insert(flag)
        // Notes and ratings leave it where it is.
        if try desk.flag() == flag { try desk.goOn() }
      }
    }
    #expect(desk.changes >= 27)
    // Twenty together, category by category.
    for category in ["security", "insider", "inequity", "control", "legal"] {
      try desk.type("g/category:\(category)<Enter>")
      for _ in 0..<4 { try desk.type("<Space>") }
      let marked = desk.marked
      #expect(marked.count == 4, "\(category):\n\(desk.text)")
      let before = desk.changes
      try desk.type("z<Enter>")
      #expect(desk.text.contains("4 flags"), "\(desk.text)")
      try desk.type(desk.text.contains("Type 4 and Enter") ? "4<Enter>" : "y")
      #expect(desk.changes == before + 1, "\(category):\n\(desk.text)")
      decided.formUnion(marked)
      try desk.type("<Esc>")
    }
    #expect(decided.count >= 40)
    let workspace = desk.session.workspace
    let categories = Set(
      decided.compactMap { workspace.row($0) }.map { Flag(workspace, $0).category })
    #expect(categories.count == 5)
    #expect(try self.digest(program) != digest)

    // Back, one after the other; half of them in another sitting.
    let total = desk.changes
    for _ in 0..<total / 2 { try desk.undo() }
    desk = try Desk(program)
    for _ in 0..<total - total / 2 { try desk.undo() }
    #expect(try self.digest(program) == digest)
    #expect(try program.run("verify").status == 0)
  }

  private func digest(_ program: Program) throws -> String {
    try #require(program.run("verify").lines.last)
  }

  /// A dashboard without a terminal on the store, in Triage.
  private struct Desk {
    let session: Session
    private var rehearsal: Rehearsal
    private let first: Int

    init(_ program: Program) throws {
      var environment = program.environment
      environment["CONCORD_STORE"] = program.path("store")
      session = try Session(try Settings(environment))
      var options = DashboardProgram.Options()
      options.screen = "triage"
      rehearsal = Rehearsal(
        session, options, UserSettings(), size: Size(width: 80, height: 24), mayWrite: true)
      first = session.workspace.version
    }

    /// Changes that were written from here.
    var changes: Int { session.workspace.version - first }

    /// Whether something is asked for.
    var isAsking: Bool { rehearsal.state.layer != nil }

    var text: String { rehearsal.canvas.textLines().joined(separator: "\n") }

    var marked: [RecordID] {
      rehearsal.state.screens[rehearsal.state.front].subjects(
        of: .flag, rehearsal.state.scene(session.workspace))
    }

    func flag() throws -> RecordID { try #require(marked.first, "\(text)") }

    mutating func type(_ script: String) throws {
      var rest = Substring(script)
      while let next = rest.first {
        if next == "<", let end = rest.firstIndex(of: ">") {
          let name = String(rest[rest.index(after: rest.startIndex)..<end])
          rehearsal.take(.key(try #require(Key(name: name), "\(name)")))
          rest = rest[rest.index(after: end)...]
        } else {
          rehearsal.take(.key(.character(next)))
          rest = rest.dropFirst()
        }
      }
    }

    /// To the next flag, or from the last one to the first.
    mutating func goOn() throws {
      let before = try flag()
      try type("j")
      if try flag() == before { try type("g") }
    }

    /// One change back: the first `u` names it where it was made in another sitting.
    mutating func undo() throws {
      let before = changes
      for _ in 0..<3 where changes == before { try type("u") }
      try #require(changes == before + 1, "\(text)")
    }
  }
}
