import ConcordDashboard
import ConcordJSON
import ConcordModel
import ConcordStore

/// What records say against each other, and what mends it: `concord check`.
public struct ConsistencyList: Sendable {
  /// Whether it is written as JSON.
  public var isJSON = false

  /// A list for people.
  public init() {}

  /// Writes it on standard output.
  /// - Throws: a failure of the status *found* where there is something to mend.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    let workspace = session.workspace
    let report = CheckReport(workspace, ThreadedWork())
    let own = UserSettingsKeeper(session.settings.userSettings)
    _ = own.start()
    var words = FindingWords(
      report, workspace, Keymap.standard.with(own.settings.keys))
    var output = StandardOutput.output
    if isJSON {
      try Self.writeJSON(report, &words, to: &output)
    } else {
      try Self.writeText(report, &words, to: &output)
    }
    try output.flush()
    if !report.findings.isEmpty { throw CommandLineFailure(.found, "") }
  }

  // MARK: Text

  private static func writeText(
    _ report: CheckReport, _ words: inout FindingWords, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    var counts = report.counts[...]
    var last: String?
    for finding in report.findings {
      let check = finding.check
      if check.name != last {
        let count = counts.popFirst()?.count ?? 0
        if last != nil { try output.line() }
        try output.line("\(check.severity.rawValue): \(check.words) (\(check.name), \(count))")
        last = check.name
      }
      let remedy = words.remedy(finding)
      let key = words.key(remedy).map { ", or \($0)" } ?? ""
      try output.line(
        "  \(words.id(finding.record))  \(words.sentence(finding)); "
          + "\(remedy.words): \(words.command(remedy))\(key)")
    }
    if !report.findings.isEmpty { try output.line() }
    let sums = CheckSeverity.allCases.map { Counted.words(report.count($0), $0.rawValue) }
    try output.line(
      "\(sums.joined(separator: ", ")) by \(CheckCatalogue.checks.count) checks")
  }

  // MARK: JSON

  private static func writeJSON(
    _ report: CheckReport, _ words: inout FindingWords, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    var json = JSONWriter()
    func text(_ name: String, _ value: String) {
      json.key(name)
      json.string(MachineValue.safe(value))
    }
    json.beginObject()
    json.key("version")
    json.integer(1)
    for severity in CheckSeverity.allCases {
      json.key(severity.rawValue + "s")
      json.integer(report.count(severity))
    }
    json.key("checks")
    json.beginArray()
    let counts = Dictionary(
      uniqueKeysWithValues: report.counts.map { ($0.check.name, $0.count) })
    for check in CheckCatalogue.checks {
      json.beginObject()
      text("check", check.name)
      text("severity", check.severity.rawValue)
      text("words", check.words)
      text("reason", check.reason)
      json.key("count")
      json.integer(counts[check.name] ?? 0)
      json.endObject()
    }
    json.endArray()
    json.key("findings")
    json.beginArray()
    for finding in report.findings {
      json.beginObject()
      text("check", finding.check.name)
      text("severity", finding.check.severity.rawValue)
      text("record", finding.record.text)
      if let other = finding.fault.other { text("other", other.text) }
      if let partner = words.partner(finding) { text("partner", partner.text) }
      text("sentence", words.sentence(finding))
      let remedy = words.remedy(finding)
      text("remedy", remedy.words)
      text("command", words.command(remedy))
      if let key = words.key(remedy) { text("key", key) }
      json.endObject()
      if json.bytes.count > piece {
        try output.bytes(json.bytes)
        json.bytes.removeAll(keepingCapacity: true)
      }
    }
    json.endArray()
    json.endObject()
    try output.bytes(json.bytes)
    try output.line()
  }

  /// Written out when it grows past this, in bytes.
  private static let piece = 64 * 1024
}
