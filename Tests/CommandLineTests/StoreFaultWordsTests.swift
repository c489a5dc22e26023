import Foundation
import Testing

/// What people read, and scripts get as exit status, where a store is not as it should be: the place,
/// what is wrong and what to do; said once; and never as if what can be read were all.
struct StoreFaultWordsTests {
  private func office() throws -> Program {
    let program = try Program(seed: nil)
    try program.office()
    program.environment["DIR"] = program.path("")
    for name in ["Ash", "Birch", "Cedar"] {
      try program.run("create", "partner", "--name", "\(name) County", "--kind", "county")
    }
    return program
  }

  private func journal(_ program: Program) throws -> String {
    let writer = try #require(try program.shell("ls $DIR/store/journal").lines.first)
    return program.path("store/journal/\(writer)/000001.jsonl")
  }

  private func change(_ path: String, _ body: (inout Data) -> Void) throws {
    var bytes = try Data(contentsOf: URL(filePath: path))
    body(&bytes)
    try bytes.write(to: URL(filePath: path))
  }

  /// Reading works with a word of warning, changing is refused, and the checks end with 2.
  private func expectDamage(
    _ program: Program, shown: Int, _ pieces: [String], found: [String],
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let listed = try program.run("list", "partners", "--format", "jsonl")
    #expect(listed.status == 0 && listed.lines.count == shown, sourceLocation: location)
    let beginning = "concord: the store is open to be read only: "
    for run in [
      listed, try program.run("create", "partner", "--name", "New", "--kind", "county"),
      try program.run("undo"),
    ] {
      let words = run.words.split(separator: "\n")
      #expect(
        words.count == 1 && run.words.hasPrefix(beginning), "\(run.words)", sourceLocation: location
      )
      for piece in pieces {
        #expect(run.words.contains(piece), "\(run.words)", sourceLocation: location)
      }
      if run.output != listed.output {
        #expect(run.status == 1 && run.output == "", sourceLocation: location)
      }
    }
    for command in ["verify", "doctor"] {
      let run = try program.run(command)
      #expect(run.status == 2, "\(command): \(run.output)\(run.words)", sourceLocation: location)
      for piece in found {
        #expect(run.output.contains(piece), "\(command): \(run.output)", sourceLocation: location)
      }
    }
  }

  @Test("a changed byte names file and line")
  func changedByte() throws {
    let program = try office()
    let journal = try journal(program)
    try change(journal) { $0[$0.firstIndex(of: 0x0A).map { $0 + 150 } ?? 0] ^= 1 }
    try expectDamage(
      program, shown: 1, ["\(journal), line 2: ", "; restore the journal from a copy"],
      found: [journal, "line 2: "])
  }

  @Test("a journal that is too short says what was seen of it, and can be taken as it is")
  func cutJournal() throws {
    let program = try office()
    let journal = try journal(program)
    try change(journal) { bytes in
      bytes = Data(bytes.split(separator: 0x0A)[..<2].joined(separator: [0x0A])) + [0x0A]
    }
    let words = "\(journal) ends with line 2, but this machine has seen line 3"
    try expectDamage(program, shown: 2, [words], found: ["this machine has seen line 3"])
    let fixed = try program.run("doctor", "--fix")
    #expect(fixed.status == 0 && fixed.output.contains("moved aside: "), "\(fixed.output)")
    let made = try program.run("create", "partner", "--name", "New", "--kind", "county")
    #expect(made.status == 0, "\(made.words)")
  }

  @Test("something else in the place of a file that guards changes")
  func misfit() throws {
    let program = try office()
    try program.shell("mv $DIR/store/local/heads $DIR/aside; mkfifo -m 600 $DIR/store/local/heads")
    let path = program.path("store/local/heads")
    try expectDamage(
      program, shown: 3, ["\(path) is not a plain file"], found: ["\(path): is not a plain file"])
    #expect(try program.run("doctor", "--fix").status == 0)
    #expect(try program.run("create", "partner", "--name", "New", "--kind", "county").status == 0)
  }

  @Test("something else in the cache's place makes it slower, and is said")
  func misfitCache() throws {
    let program = try office()
    try program.shell("mkdir -m 700 $DIR/store/cache/state.jsonl")
    let path = program.path("store/cache/state.jsonl")
    let listed = try program.run("list", "partners", "--format", "jsonl")
    #expect(listed.status == 0 && listed.lines.count == 3)
    #expect(listed.words.hasPrefix("concord: without its cache this is slower: \(path) is not a "))
    let made = try program.run("create", "partner", "--name", "New", "--kind", "county")
    #expect(made.status == 0 && made.words.contains("saved"), "\(made.words)")
    #expect(try program.run("verify").status == 0)
  }

  @Test("no store, no directory, a link to nothing: one sentence and 1")
  func noStore() throws {
    let program = try office()
    try program.shell("echo > $DIR/file; ln -s none $DIR/link; mkdir $DIR/empty")
    for (place, words) in [
      ("none", "there is no store at "), ("file", "is not a directory"),
      ("link", "there is no store at "), ("empty", "has no concord.json"),
      ("file/store", "there is no store at "),
    ] {
      let run = try program.run("list", "partners", "--store", program.path(place))
      #expect(run.status == 1 && run.output == "", "\(place)")
      #expect(run.words.contains(words) && run.words.contains(program.path(place)), "\(run.words)")
      #expect(run.words.split(separator: "\n").count == 1, "\(run.words)")
    }
  }

  @Test("a store of a newer version is shown, with a sentence, and never written")
  func newerFormat() throws {
    let program = try office()
    try program.shell("sed -i 's/\"format\": 1/\"format\": 2/' $DIR/store/concord.json")
    let before = try program.shell("cat $DIR/store/journal/*/*").output
    for (command, status) in [
      (["list", "partners", "--format", "jsonl"], 0),
      (["create", "partner", "--name", "New", "--kind", "county"], 1),
      (["undo"], 1),
    ] {
      let run = try program.run(Program.binary(), command, input: "")
      #expect(run.status == Int32(status), "\(command): \(run.words)")
      #expect(
        run.words.hasPrefix("concord: the store is open to be read only: ")
          && run.words.contains("store/concord.json has format 2")
          && run.words.contains("install the newer one"), "\(run.words)")
      #expect(run.words.split(separator: "\n").count == 1, "\(run.words)")
    }
    #expect(try program.shell("cat $DIR/store/journal/*/*").output == before)
  }

  @Test("a store that is reached through a link, and a copy that takes a writer id of its own")
  func linkAndCopy() throws {
    let program = try office()
    try program.shell("ln -s store $DIR/link; cp -a $DIR/store $DIR/copy")
    for (place, writers) in [("link", "1 journal:"), ("copy", "2 journals:")] {
      let store = program.path(place)
      let made = try program.run(
        "create", "partner", "--name", "New \(place)", "--kind", "county", "--store", store)
      #expect(made.status == 0, "\(made.words)")
      let verified = try program.run("verify", "--store", store)
      #expect(verified.status == 0 && verified.output.contains(writers), "\(verified.output)")
      #expect(try program.run("doctor", "--store", store).status == 0)
    }
    #expect(try program.run("list", "partners", "--format", "jsonl").lines.count == 4)
  }

  @Test(
    "the clock set back by a day: the log tells the wall's time, days count from it, undo goes on")
  func clockSetBack() throws {
    let program = try office()
    let flag = try program.run(
      "flag", "add", "Ash County", "--category", "legal", "--title", "Due", "--likelihood", "4",
      "--impact", "4")
    try program.run("edit", "flag", flag.lines[0], "--due", "2026-11-21")
    func isDue() throws -> Bool {
      try program.run("list", "flags", "due<=today", "--format", "jsonl").lines.count == 1
    }
    #expect(try isDue())
    program.environment["CONCORD_NOW"] = "2026-11-20T16:30:00Z"
    #expect(try !isDue())
    let made = try program.run("edit", "partner", "Ash County", "--state", "TX")
    #expect(made.status == 0 && made.words.contains("saved 16:30:00"), "\(made.words)")
    let log = try program.run("log").lines
    #expect(log[1].contains("2026-11-20T16:30:00") && log[2].contains("2026-11-21T15:00:00"))
    let snoozed = try program.run("flag", "snooze", flag.lines[0], "--until", "+1d")
    #expect(snoozed.status == 0, "\(snoozed.words)")
    let until = try program.run("list", "flags", "--columns", "until", "--format", "tsv")
    #expect(until.output.contains("2026-11-21"), "\(until.output)")
    let undone = try program.run("undo")
    #expect(undone.status == 0 && undone.words.contains("snooze"), "\(undone.words)")
    #expect(try program.run("verify").status == 0)
    program.environment["CONCORD_NOW"] = "2026-11-21T17:00:00Z"
    #expect(try isDue())
    #expect(try program.run("undo").words.contains("edit"))
  }
}
