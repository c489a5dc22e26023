import Foundation
import Testing

/// What a system does to a process: kills it, gives it no room. More rounds by hand with
/// `CONCORD_TEST_ROUNDS=1000`.
struct ProcessFaultTests {
  private static var rounds: Int {
    ProcessInfo.processInfo.environment["CONCORD_TEST_ROUNDS"].flatMap(Int.init) ?? 12
  }

  private func office() throws -> Program {
    let program = try Program(seed: nil)
    try program.run("init", program.path("store"), "--office", "Office", "--zone", "UTC")
    var rows = "name,kind,state\n"
    for place in 0..<3000 { rows += "County \(place) of \(place % 40),county,TX\n" }
    program.environment["DIR"] = program.path("")
    try rows.write(toFile: program.path("rows.csv"), atomically: true, encoding: .utf8)
    return program
  }

  @Test("killed at any moment of an import and its cache: all of it is there, or nothing")
  func killed() throws {
    let program = try office()
    var random = SystemRandomNumberGenerator()
    var killed = 0
    for round in 0..<Self.rounds {
      let delay = Double.random(in: 0...0.9, using: &random)
      let run = try program.shell(
        """
        sed 's/^County/Round \(round)/' $DIR/rows.csv > $DIR/round.csv
        $C import $DIR/round.csv & pid=$!; sleep \(delay); kill -9 $pid 2>/dev/null; wait $pid
        """)
      if run.status == 137 { killed += 1 }
      let count = try program.run("list", "partners", "--format", "jsonl").lines.count
      #expect(count % 3000 == 0, "round \(round), killed after \(delay) s: \(count) partners")
      let verified = try program.run("verify")
      #expect(verified.status == 0, "round \(round): \(verified.output)")
    }
    #expect(killed > 0)
  }

  @Test("a file that may not grow: the reason is said, and nothing is half done")
  func noRoom() throws {
    let program = try office()
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
