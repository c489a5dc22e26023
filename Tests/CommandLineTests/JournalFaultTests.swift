import Foundation
import Testing

/// What a shell sees, and scripts get as exit status, where a journal is not all there or not what it
/// was.
struct JournalFaultTests {
  /// A store of three changes, each in a segment of its own.
  private func segments() throws -> (program: Program, directory: String) {
    let program = try Program(seed: nil)
    try program.office()
    program.environment["DIR"] = program.path("")
    for name in ["Ash", "Birch", "Cedar"] {
      try program.run("create", "partner", "--name", "\(name) County", "--kind", "county")
    }
    try program.shell(
      """
      cd $DIR/store/journal/*; n=0; umask 077
      while read -r line; do n=$((n + 1)); printf '%s\\n' "$line" > 00000$n.part; done < 000001.jsonl
      for part in *.part; do mv $part ${part%.part}.jsonl; done
      """)
    #expect(try program.run("verify").output.hasPrefix("3 lines, 3 changes, 1 journal: sound"))
    let writer = try #require(try program.shell("ls $DIR/store/journal").lines.first)
    return (program, program.path("store/journal/\(writer)"))
  }

  private func statuses(_ program: Program, _ store: String? = nil) throws -> [String: Int32] {
    let create = ["create", "partner", "--name", "New", "--kind", "county"]
    var result: [String: Int32] = [:]
    for arguments in [["verify"], ["doctor"], ["doctor", "--fix"], create, ["list", "partners"]] {
      let options = store.map { ["--store", $0] } ?? []
      let run = try program.run(Program.binary(), arguments + options, input: "")
      result[arguments.prefix(2).joined(separator: " ")] = run.status
    }
    return result
  }

  private static let damaged: [String: Int32] = [
    "verify": 2, "doctor": 2, "doctor --fix": 2, "create partner": 1, "list partners": 0,
  ]

  @Test("rm of a middle segment: doctor --fix ended with 0, and the next change took its name")
  func missingSegment() throws {
    for forgets in [false, true] {
      let (program, directory) = try segments()
      try FileManager.default.removeItem(atPath: directory + "/000002.jsonl")
      if forgets { try FileManager.default.removeItem(atPath: program.path("store/local/heads")) }
      for _ in 0..<2 { #expect(try statuses(program) == Self.damaged) }
      for command in ["verify", "doctor"] {
        let output = try program.run(command).output
        #expect(
          output.contains("\(directory)/000002.jsonl: is missing, and \(directory)/000003.jsonl"),
          "\(output)")
      }
      let words = try program.run("list", "partners").words
      #expect(words.contains("\(directory)/000002.jsonl is missing"), "\(words)")
      #expect(!FileManager.default.fileExists(atPath: directory + "/000002.jsonl"))
    }
  }

  @Test("another branch that is longer than what was seen: it was called sound")
  func replaced() throws {
    let (program, directory) = try segments()
    try program.shell(
      "cp -a $DIR/store $DIR/aside; rm \(directory)/000003.jsonl $DIR/store/local/heads")
    for name in ["Doe", "Elm"] {
      try program.run("create", "partner", "--name", name, "--kind", "county")
    }
    try program.shell("cp $DIR/aside/local/heads $DIR/store/local/heads")
    for command in ["verify", "doctor"] {
      let run = try program.run(command)
      #expect(run.status == 2)
      #expect(
        run.output.contains("line 3 of the journal is not the one that this machine has seen"))
    }
    let made = try program.run("create", "partner", "--name", "New", "--kind", "county")
    #expect(made.status == 1 && made.words.contains(directory), "\(made.words)")
  }

  @Test("cp -r of a store whose last line is bad: told at once, and the doctor can set it aside")
  func badEndOfACopy() throws {
    let (program, directory) = try segments()
    try program.shell(
      """
      sed -i s/Cedar/Xedar/ \(directory)/000003.jsonl; rm $DIR/store/local/heads
      cp -r $DIR/store $DIR/copy; chmod -R go= $DIR/copy
      """)
    let store = program.path("copy")
    let listed = try program.run("list", "partners", "--format", "jsonl", "--store", store)
    #expect(listed.status == 0 && listed.lines.count == 2)
    #expect(
      listed.words.contains("000003.jsonl, line 1: its bytes were changed"), "\(listed.words)")
    #expect(try program.run("verify", "--store", store).status == 2)
    #expect(try program.run("doctor", "--store", store).status == 2)
    let fixed = try program.run("doctor", "--fix", "--store", store)
    #expect(fixed.status == 0 && fixed.output.contains("moved aside: "), "\(fixed.output)")
    #expect(try program.run("verify", "--store", store).status == 0)
    let made = try program.run(
      "create", "partner", "--name", "New", "--kind", "county", "--store", store)
    #expect(made.status == 0, "\(made.words)")
  }

  @Test("zeros in local/heads are told, and are no error")
  func unreadableHeads() throws {
    let (program, _) = try segments()
    try program.shell("head -c 256 /dev/zero > $DIR/store/local/heads")
    let path = program.path("store/local/heads")
    let words = "\(path) is not what was written there"
    #expect(try program.run("list", "partners").words.hasPrefix("concord: \(words)"))
    for command in ["verify", "doctor"] {
      let run = try program.run(command)
      #expect(run.status == 0 && run.output.contains("note: \(path): is not what was written"))
    }
    try program.run("create", "partner", "--name", "New", "--kind", "county")
    #expect(try program.run("list", "partners").words == "")
  }
}
