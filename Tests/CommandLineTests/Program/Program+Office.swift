import Testing

/// Small offices that many tests begin with.
extension Program {
  /// A program with an office and what ``officeWithFlag()`` puts into it.
  static func withFlag() throws -> Program {
    let program = try Program()
    try program.officeWithFlag()
    return program
  }

  /// A new store with an office that has one partner and one flag.
  func officeWithFlag() throws {
    try office()
    try county(state: "TX")
    try flag()
  }

  /// Makes a partner, a county.
  func county(_ name: String = "Heron Bay County", state: String? = nil) throws {
    let place = state.map { ["--state", $0] } ?? []
    let made = try run(
      Self.binary(), ["create", "partner", "--name", name, "--kind", "county"] + place, input: "")
    try #require(made.status == 0, "\(made.words)")
  }

  /// Raises a flag of Heron Bay County: high, and decided by nobody.
  func flag() throws {
    let raised = try run(
      "flag", "add", "Heron Bay County", "--category", "control", "--title", "No oversight body",
      "--likelihood", "4", "--impact", "4")
    try #require(raised.status == 0, "\(raised.words)")
  }

  /// Gives it a directory `tmp` for what it throws away, so that one sees what it leaves.
  func useOwnTemporaryDirectory() throws {
    try shell("mkdir tmp")
    environment["TMPDIR"] = path("tmp")
  }
}
