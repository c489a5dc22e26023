import ConcordJSON
import ConcordModel
import ConcordStore

/// The store's part of a checkup: what is damaged, left over, or open to others.
struct StoreCheckup {
  private let path: String
  private var findings: [DoctorFinding] = []
  private var moved: [String] = []
  /// Why there was nothing to look at.
  private(set) var failure: StoreError?

  /// Looks, and moves what can be done without aside where it `fixes`.
  init(_ path: String, fixes: Bool) {
    self.path = path
    do throws(StoreError) {
      var doctor = try StoreDoctor(at: path)
      findings = doctor.findings
      if fixes { moved = try doctor.fix() }
    } catch {
      failure = error
    }
  }

  /// What to say of what is left to mend, which may be nothing that helps; nil where nothing is left.
  var leftToMend: String? {
    let left = findings.filter { $0.weight != .note && !moved.contains($0.path) }
    guard !left.isEmpty else { return nil }
    return left.contains { $0.weight == .fixable }
      ? "concord doctor --fix moves what can be done without aside" : ""
  }

  func write(to page: inout CheckupPage) throws(CommandLineFailure) {
    try page.title("store")
    for finding in findings {
      let isMoved = moved.contains(finding.path)
      let mark = finding.weight == .note ? "note" : isMoved ? "moved aside" : "wrong"
      try page.plain("  \(mark): \(Text.visible(finding.path)): \(finding.sentence)")
    }
    guard findings.isEmpty else { return }
    let found = failure == nil ? "nothing to mend" : "cannot be looked at"
    try page.plain("  \(Text.visible(path)): \(found)")
  }

  func write(to json: inout JSONWriter) {
    json.key("store")
    json.beginObject()
    json.key("path")
    json.string(MachineValue.safe(path))
    json.key("failure")
    if let failure { json.string(MachineValue.safe(failure.sentence)) } else { json.null() }
    json.endObject()
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
  }
}
