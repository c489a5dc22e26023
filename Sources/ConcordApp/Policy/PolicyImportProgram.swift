import ConcordDashboard
import ConcordModel

/// Makes files the office's own policy and catalogues: `concord policy import`.
public struct PolicyImportProgram: Sendable {
  /// The files; `-` is standard input.
  public var paths: [String]
  /// Whether nothing is written.
  public var isDryRun = false
  /// Why.
  public var reason: String?

  /// An import of files.
  public init(_ paths: [String]) { self.paths = paths }

  /// Bytes of the longest file that is read at all: an office's catalogue has some tens of thousands.
  private static let longestFile = 1 << 20

  /// Reads and checks them, says what becomes of that, and writes it.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    var files: [DataFile] = []
    for path in paths {
      let bytes = try WholeFile.read(path, what: "policy file", limit: Self.longestFile)
      files.append(DataFile(name: path == "-" ? "standard input" : path, bytes: bytes))
    }
    let read: PolicyFiles
    do {
      read = try PolicyFiles(files, in: session.workspace)
    } catch {
      throw CommandLineFailure(.failed, Text.visible(error.description))
    }
    var invocation = Invocation(PolicyImport.specification.name)
    invocation.answers = [
      "text": read.entries.map { PolicyDocument.line($0.source) },
      "file": files.map(\.name),
    ]
    if let reason { invocation.answers["reason"] = [reason] }
    if read.entries.contains(where: { $0.document != $0.before }) {
      try tell(read, invocation, session)
    }
    guard !isDryRun else {
      StandardOutput.say("dry run: nothing was changed")
      return
    }
    try VerbProgram.run(invocation, try VerbCall([], common: common), session)
  }

  /// Says what would be other than it is: entries and numbers, and the levels that follow.
  private func tell(
    _ read: PolicyFiles, _ invocation: Invocation, _ session: Session
  ) throws(CommandLineFailure) {
    let workspace = session.workspace
    var output = StandardOutput.output
    for entry in read.entries {
      let changes = PolicyDifference(entry.before, entry.document).lines
      try output.line("\(entry.name):" + (changes.isEmpty ? " as it stands" : ""))
      for line in changes { try output.line("  " + Text.oneLine(line)) }
    }
    let operations: [Operation]
    do {
      operations = try CommandCatalogue.operations(
        invocation, in: workspace, context: session.previewContext)
    } catch {
      throw CommandLineFailure(error)
    }
    for line in LevelChanges(workspace, workspace.foreseen(operations)).lines {
      try output.line(line)
    }
    try output.flush()
  }
}
