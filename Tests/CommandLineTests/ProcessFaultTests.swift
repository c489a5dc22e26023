import Foundation
import Testing

/// What a system does to a process: kills it, gives it no room. More rounds by hand with
/// `CONCORD_TEST_ROUNDS=1000`.
struct ProcessFaultTests {
  private static var rounds: Int {
    ProcessInfo.processInfo.environment["CONCORD_TEST_ROUNDS"].flatMap(Int.init) ?? 12
  }

  private static let rows = 1000

  private func office(rows count: Int = Self.rows) throws -> Program {
    let program = try Program(seed: nil)
    try program.run("init", program.path("store"), "--office", "Office", "--zone", "UTC")
    var rows = "name,kind,state\n"
    for place in 0..<count { rows += "County \(place) of \(place % 40),county,TX\n" }
    program.environment["DIR"] = program.path("")
    try rows.write(toFile: program.path("rows.csv"), atomically: true, encoding: .utf8)
    return program
  }

  // MARK: Killed

  /// What a process is at when it is killed.
  private enum Work: CaseIterable {
    case commits, anImport, cache, draft

    /// What is waited for before the time runs: for a draft that it is being written.
    var start: String {
      self == .draft
        ? "until [ -e $DIR/store/cache/state.jsonl.new ] || ! kill -0 $pid; do :; done" : ""
    }

    /// Any moment of a run that takes so many seconds, or a bit after it; of a draft's writing.
    func delay(of whole: Double) -> Double {
      self == .draft ? .random(in: 0...0.03) : .random(in: 0...whole * 1.3)
    }

    /// A line of the shell; what it prints was acknowledged.
    func line(_ round: Int) -> String {
      switch self {
      case .commits:
        "for i in $(seq 1 9); do $C create partner --name \"Commit \(round) $i\" --kind county; done"
      case .anImport:
        "$C import $DIR/round.csv && echo imported"
      case .cache, .draft:
        "rm -f $DIR/store/cache/state.jsonl; "
          + "exec $C create partner --name \"Cache \(round)\" --kind county"
      }
    }
  }

  /// What the rounds came to.
  private struct Tally {
    var killed: [Work: Int] = [:]
    /// Rounds in which a cache was being written.
    var inCache = 0
    var acknowledged = 0
  }

  @Test(
    "killed at any moment of commits, an import or a cache's writing: what was acknowledged is there, and nothing else is half there"
  )
  func killed() throws {
    let program = try office()
    try program.run("import", program.path("rows.csv"))
    try program.shell("cp -a $DIR/store $DIR/base")
    var tally = Tally()
    var lasting: [Work: Double] = [:]
    for round in 0..<Self.rounds {
      // From time to time from the beginning again, or the store would outgrow the test.
      if round % 12 == 0 { try program.shell("rm -rf $DIR/store; cp -a $DIR/base $DIR/store") }
      let work = Work.allCases[round % 4]
      try program.shell("sed 's/^County/Round \(round)/' $DIR/rows.csv > $DIR/round.csv")
      let whole: Double
      if let known = lasting[work] {
        whole = known
      } else {
        let start = ContinuousClock.now
        try program.shell("(\(work.line(0))) > /dev/null")
        whole = (ContinuousClock.now - start) / .seconds(1)
        lasting[work] = whole
        try program.shell("rm -rf $DIR/store; cp -a $DIR/base $DIR/store")
      }
      try kill(program, work, round, after: work.delay(of: whole), &tally)
    }
    print(
      "killed:", tally.killed.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", "),
      "of \(Self.rounds); while a cache was written \(tally.inCache);",
      "acknowledged before it \(tally.acknowledged)")
    #expect(tally.killed.values.reduce(0, +) > 0)
    if Self.rounds >= 300 {
      #expect(tally.killed.count == Work.allCases.count && tally.inCache > 0)
    }
  }

  private func kill(
    _ program: Program, _ work: Work, _ round: Int, after delay: Double, _ tally: inout Tally
  ) throws {
    let words = "round \(round), \(work) killed after \(delay) s"
    let before = try program.run("list", "partners", "--format", "jsonl").lines.count
    let run = try program.shell(
      """
      set -m
      (\(work.line(round))) > $DIR/acknowledged 2> $DIR/errors & pid=$!
      \(work.start)
      sleep \(delay); kill -9 -- -$pid 2>/dev/null; wait $pid
      """)
    if run.status == 137 { tally.killed[work, default: 0] += 1 }
    let draft = program.path("store/cache/state.jsonl.new")
    if FileManager.default.fileExists(atPath: draft) { tally.inCache += 1 }
    let acknowledged = try String(contentsOfFile: program.path("acknowledged"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    tally.acknowledged += acknowledged.count
    let found = try program.run("list", "partners", "--format", "jsonl")
    #expect(found.status == 0 && found.words == "", "\(words): \(found.words)")
    let new = found.lines.count - before
    switch work {
    case .commits, .cache, .draft:
      for id in acknowledged {
        #expect(found.output.contains("\"id\":\"\(id)\""), "\(words): \(id) is lost")
      }
      #expect(
        (acknowledged.count...acknowledged.count + 1).contains(new), "\(words): \(new) are there")
    case .anImport:
      #expect(new == Self.rows || new == 0 && acknowledged.isEmpty, "\(words): \(new) are there")
    }
    let verified = try program.run("verify")
    #expect(verified.status == 0, "\(words): \(verified.output)")
  }

  // MARK: No room

  @Test("a file that may not grow: the reason is said, and nothing is half done")
  func noRoom() throws {
    let program = try office(rows: 3000)
    try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    let before = try program.run("verify").lines.last
    for blocks in [1, 8, 64, 256] {
      let run = try program.shell("trap '' XFSZ; ulimit -f \(blocks); exec $C import $DIR/rows.csv")
      #expect(run.status == 1, "\(blocks): \(run.words)")
      #expect(
        run.words.contains("cannot write ") && run.words.contains("File too large"), "\(run.words)")
      #expect(try program.run("verify").lines.last == before)
    }
    #expect(try program.run("import", program.path("rows.csv")).status == 0)
  }

  /// A store whose first segment is sealed, and whose second one is short or not there yet.
  private func sealedOffice() throws -> Program {
    let program = try office()
    let note = String(repeating: "what was said on the telephone, ", count: 600)
    var rows = "name,kind,notes\n"
    for place in 0..<230 { rows += "Long County \(place),county,\(note.dropLast(2))\n" }
    rows.replace(", what", with: "; what")
    try rows.write(toFile: program.path("long.csv"), atomically: true, encoding: .utf8)
    let run = try program.run("import", program.path("long.csv"))
    try #require(run.status == 0, "\(run.words)")
    return program
  }

  @Test("no room for a new segment once the last one is sealed: refused, and it goes on afterwards")
  func noRoomForASegment() throws {
    let program = try sealedOffice()
    let before = try program.run("verify").lines.last
    // Longer than the limit, which is that of what is printed too.
    let notes = (1...400).map { "\($0)" }.joined(separator: " ")
    let create = "exec $C create partner --name 'Ash County' --kind county --notes '\(notes)'"
    for _ in 0..<2 {
      let run = try program.shell("trap '' XFSZ; ulimit -f 1; \(create)")
      #expect(run.status == 1 && run.output == "")
      #expect(
        run.words.contains("cannot write ") && run.words.contains("/000002.jsonl: File too large"),
        "\(run.words)")
      #expect(try program.run("verify").lines.last == before)
    }
    let made = try program.shell(create)
    #expect(made.status == 0, "\(made.words)")
    let segments = try program.shell("ls $DIR/store/journal/*")
    #expect(segments.lines == ["000001.jsonl", "000002.jsonl"], "\(segments.output)")
    #expect(try program.run("verify").status == 0)
  }

  @Test("no room for the cache: the change is made all the same, and no draft is left behind")
  func noRoomForTheCache() throws {
    let program = try sealedOffice()
    try program.shell("rm $DIR/store/cache/state.jsonl")
    let run = try program.shell(
      "trap '' XFSZ; ulimit -f 512; exec $C create partner --name 'Ash County' --kind county")
    #expect(run.status == 0 && run.lines.count == 1, "\(run.words)")
    let left = try program.shell("ls $DIR/store/cache")
    #expect(left.output == "", "\(left.output)")
    let listed = try program.run("list", "partners", "ash county", "--format", "jsonl")
    #expect(listed.lines.count == 1 && listed.words == "")
    #expect(try program.run("verify").status == 0)
    // With room again the next change leaves one.
    try program.run("create", "partner", "--name", "Birch County", "--kind", "county")
    #expect(try program.shell("ls $DIR/store/cache").output == "state.jsonl\n")
  }

  // MARK: Several at once

  @Test("four processes at once: no change is lost, none is refused")
  func together() throws {
    let program = try office()
    try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    let run = try program.shell(
      """
      for p in 1 2 3 4; do
        (for i in $(seq 1 8); do
          $C flag add "Ash County" --category legal --title "Flag $p $i" --likelihood 2 --impact 2 \
            > /dev/null 2>> $DIR/errors || echo failed >> $DIR/failed
        done) &
      done
      wait
      cat $DIR/failed 2>/dev/null
      """)
    #expect(run.output == "", "\(run.output)")
    #expect(try program.run("list", "flags", "--format", "jsonl").lines.count == 32)
    let verified = try program.run("verify")
    #expect(verified.status == 0 && verified.output.contains("33 changes"), "\(verified.output)")
  }
}
