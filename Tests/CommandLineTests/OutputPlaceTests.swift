import Foundation
import Testing

/// Where `--out` and `--rejects` write: what stands there and is no file stays what it is.
struct OutputPlaceTests {
  private func office() throws -> Program {
    let program = try Program()
    try program.run("init", program.path("store"), "--office", "Office", "--zone", "UTC")
    try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    return program
  }

  @Test func aPipeIsWrittenToAndStaysAPipe() throws {
    let program = try office()
    let pipe = program.path("pipe")
    let result = try program.shell(
      "mkfifo \(pipe); (cat \(pipe) > \(program.path("read")) & "
        + "$C export partners --out \(pipe); wait); test -p \(pipe) && echo pipe")
    #expect(result.output.contains("pipe"), "\(result.words)")
    let read = try String(contentsOfFile: program.path("read"), encoding: .utf8)
    #expect(read.contains("Ash County"))
  }

  @Test func aLinkStaysAndItsFileIsReplaced() throws {
    let program = try office()
    let result = try program.shell(
      "echo before > \(program.path("file")); ln -s file \(program.path("link")); "
        + "$C export partners --out \(program.path("link")); test -L \(program.path("link")) && echo link"
    )
    #expect(result.output.contains("link"), "\(result.words)")
    let read = try String(contentsOfFile: program.path("file"), encoding: .utf8)
    #expect(read.contains("Ash County") && !read.contains("before"))
  }

  @Test func nothingIsChangedWhereNothingMayBe() throws {
    let program = try office()
    let before = try program.run("verify").output
    for option in [["--readonly"], ["--as-of", "yesterday"]] {
      let result = try program.run(
        Program.binary(), ["bench", "commit", "--count", "3"] + option, input: "")
      #expect(result.status == 1 && result.words.contains("changes the store"), "\(result.words)")
    }
    #expect(
      try program.run("bench", "generate", "--readonly", "--at", program.path("made")).status == 1)
    #expect(try program.run("verify").output == before)
  }

  @Test func withoutAHomeThereIsNoStoreAtTheRoot() throws {
    let program = try office()
    let result = try program.shell("env -u HOME -u CONCORD_STORE -u XDG_DATA_HOME $C list partners")
    #expect(result.status == 1 && result.words.contains("HOME is not set"), "\(result.words)")
  }
}
