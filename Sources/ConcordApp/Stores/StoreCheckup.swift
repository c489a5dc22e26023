import ConcordJSON
import ConcordModel
import ConcordStore

/// What is worth knowing of a store's files: `concord doctor`.
public struct StoreCheckup: Sendable {
  /// Whether files that can be done without are moved aside.
  public var fixes = false
  /// Whether it is written as JSON.
  public var isJSON = false

  /// A look without a change.
  public init() {}

  /// Writes what was found.
  /// - Throws: a failure with status `found` where something is left to mend.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let settings = try common.settings()
    guard !(fixes && settings.isReadOnly) else {
      throw CommandLineFailure(.usage, "--fix moves files; leave --readonly away")
    }
    let findings: [DoctorFinding]
    var moved: [String] = []
    do {
      var doctor = try StoreDoctor(at: settings.store)
      findings = doctor.findings
      if fixes { moved = try doctor.fix() }
    } catch {
      throw CommandLineFailure(.failed, error.sentence)
    }
    var output = StandardOutput.output
    if isJSON {
      try output.bytes(Self.json(findings, moved))
      try output.line()
    } else {
      for finding in findings {
        let isMoved = moved.contains(finding.path)
        let mark = finding.weight == .note ? "note" : isMoved ? "moved aside" : "wrong"
        try output.line("\(mark): \(Text.visible(finding.path)): \(finding.sentence)")
      }
      if findings.isEmpty { try output.line("\(Text.visible(settings.store)): nothing to mend") }
    }
    try output.flush()
    let left = findings.filter { $0.weight != .note && !moved.contains($0.path) }
    if !left.isEmpty {
      throw CommandLineFailure(
        .found,
        left.contains { $0.weight == .fixable }
          ? "concord doctor --fix moves what can be done without aside" : "")
    }
  }

  private static func json(_ findings: [DoctorFinding], _ moved: [String]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.integer(1)
    json.key("findings")
    json.beginArray()
    for finding in findings {
      json.beginObject()
      json.key("weight")
      json.string(finding.weight.rawValue)
      json.key("path")
      json.string(MachineValue.safe(finding.path))
      json.key("finding")
      json.string(MachineValue.safe(finding.sentence))
      json.key("moved")
      json.bool(moved.contains(finding.path))
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
