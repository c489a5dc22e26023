import ConcordJSON
import ConcordModel
import ConcordStore

/// A look at every hash of every journal: `concord verify`. The digest of the state stands last on
/// its line.
public struct StoreVerification: Sendable {
  /// Whether it is written as JSON.
  public var isJSON = false

  /// A verification.
  public init() {}

  /// Writes what was found.
  /// - Throws: a failure with status `found` where something is wrong.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    guard common.asOf == nil else {
      throw CommandLineFailure(.usage, "verify reads all of the journal; leave --as-of away")
    }
    let session = try common.session(warns: false)
    let report: VerifyReport
    do {
      report = try session.store.verify()
    } catch {
      throw CommandLineFailure(error)
    }
    var output = StandardOutput.output
    if isJSON {
      try output.bytes(Self.json(report))
      try output.line()
    } else {
      for problem in report.problems { try output.line("wrong: \(Self.words(problem))") }
      for note in report.notes { try output.line("note: \(Self.words(note))") }
      try output.line(
        "\(Counted.words(report.lines, "line")), \(Counted.words(report.changes, "change")), "
          + "\(Counted.words(report.writers, "journal")): "
          + (report.isSound ? "sound" : Counted.words(report.problems.count, "problem")))
      try output.line("digest \(report.digest)")
    }
    try output.flush()
    if !report.isSound { throw CommandLineFailure(.found, "") }
  }

  private static func words(_ problem: VerifyReport.Problem) -> String {
    problem.path + (problem.line.map { ", line \($0)" } ?? "") + ": " + problem.sentence
  }

  private static func json(_ report: VerifyReport) -> [UInt8] {
    var json = JSONWriter()
    func list(_ name: String, _ problems: [VerifyReport.Problem]) {
      json.key(name)
      json.beginArray()
      for problem in problems {
        json.beginObject()
        json.key("path")
        json.string(MachineValue.safe(problem.path))
        if let line = problem.line {
          json.key("line")
          json.integer(line)
        }
        json.key("problem")
        json.string(MachineValue.safe(problem.sentence))
        json.endObject()
      }
      json.endArray()
    }
    json.beginObject()
    json.key("version")
    json.integer(1)
    json.key("sound")
    json.bool(report.isSound)
    json.key("journals")
    json.integer(report.writers)
    json.key("lines")
    json.integer(report.lines)
    json.key("changes")
    json.integer(report.changes)
    list("problems", report.problems)
    list("notes", report.notes)
    json.key("digest")
    json.string(report.digest)
    json.endObject()
    return json.bytes
  }
}
