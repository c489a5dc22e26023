import ConcordApp
import Testing

/// The parts that read arguments.
struct ArgumentTests {
  @Test func optionsTakeTheNextWordWhateverItIs() throws {
    let reader = try WordReader(
      ["mitigate", "F-1", "--tags", "-legacy", "--reason=a=b", "--dry-run", "--", "--x"],
      switches: ["dry-run"])
    #expect(
      reader.parts == [
        .word("mitigate"), .word("F-1"), .option("tags", "-legacy"), .option("reason", "a=b"),
        .switched("dry-run"), .word("--x"),
      ])
    #expect(throws: CommandLineFailure.self) {
      try WordReader(["--reason"], switches: [])
    }
    #expect(throws: CommandLineFailure.self) {
      try WordReader(["--dry-run=yes"], switches: ["dry-run"])
    }
  }

  @Test func keysInWriting() throws {
    #expect(try KeyScript("j<Enter><lt><^P> ").keys.count == 5)
    for wrong in ["<", "<Nothing>", "a<Enter"] {
      #expect(throws: CommandLineFailure.self) { try KeyScript(wrong) }
    }
  }
}
