import Testing

/// Stores made for measuring.
struct BenchTests {
  @Test func aMadeStoreIsSoundAndComesFromItsSeed() throws {
    let program = try Program()
    var digests: [String] = []
    for (name, seed) in [("one", "5"), ("two", "5"), ("three", "6")] {
      let made = try program.run(
        "bench", "generate", "--partners", "30", "--flags", "90", "--tasks", "50", "--seed", seed,
        "--at", program.path(name))
      #expect(made.status == 0, "\(made.words)")
      #expect(made.words == "30 partners, 90 flags, 50 tasks in \(program.path(name))\n")
      let verified = try program.run("verify", "--store", program.path(name))
      #expect(verified.status == 0, "\(verified.output)")
      digests.append(verified.lines.last ?? "")
    }
    #expect(digests[0] == digests[1])
    #expect(digests[0] != digests[2])
    // What is there stays as it is.
    let again = try program.run("bench", "generate", "--at", program.path("one"))
    #expect(again.status == 1)
    #expect(again.words.hasPrefix("concord: there is something at "))
  }

  @Test(arguments: [
    ["bench", "--runs", "0"], ["bench", "generate"],
    ["bench", "generate", "--at", "x", "--flags", "0"],
    ["bench", "generate", "--at", "x", "--partners", "many"],
  ])
  func wrongUsage(_ arguments: [String]) throws {
    let program = try Program()
    try program.office()
    let run = try program.run(Program.binary(), arguments, input: "")
    #expect(run.status == 64, "\(run.words)")
  }
}
