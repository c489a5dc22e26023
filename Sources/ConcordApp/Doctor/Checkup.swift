import ConcordCanvas
import ConcordJSON
import ConcordModel
import ConcordStore
import ConcordTerminal

/// What is worth knowing of the terminal, its colours and columns, this machine's speed and the
/// store's files: `concord doctor`.
public struct Checkup: Sendable {
  /// Whether files of the store that can be done without are moved aside.
  public var fixes = false
  /// Whether it is written as JSON.
  public var isJSON = false

  /// A look without a change.
  public init() {}

  /// Writes what was found.
  /// - Throws: a failure with status `found` where something of the store is left to mend, `failed`
  ///   where there is no store to look at.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let settings = try common.settings()
    guard !(fixes && settings.isReadOnly) else {
      throw CommandLineFailure(.usage, "--fix moves files; leave --readonly away")
    }
    let terminal = TerminalReport()
    let samples = WidthSamples(isUTF8: terminal.isUTF8)
    let probe =
      terminal.abilities.contains(.tellsCursor)
      ? TerminalProbe.measure(samples.rows.map(\.drawn)) : nil
    let store = StoreCheckup(settings.store, fixes: fixes)
    let colours = ColourCheckup(terminal, isColourless: settings.isColourless)
    let widths = WidthCheckup(terminal, samples, probe)
    let speed = SpeedCheckup(
      settings, terminal, samples, probe, opens: store.failure == nil)
    if isJSON {
      var json = JSONWriter()
      json.beginObject()
      json.key("version")
      json.integer(1)
      TerminalCheckup(terminal).write(to: &json)
      colours.write(to: &json)
      widths.write(to: &json)
      speed.write(to: &json)
      store.write(to: &json)
      json.endObject()
      var output = StandardOutput.output
      try output.bytes(json.bytes)
      try output.line()
      try output.flush()
    } else {
      var page = CheckupPage()
      try TerminalCheckup(terminal).write(to: &page)
      try colours.write(to: &page)
      try widths.write(to: &page)
      try speed.write(to: &page)
      try store.write(to: &page)
      try page.flush()
    }
    if let failure = store.failure { throw CommandLineFailure(.failed, failure.sentence) }
    if let sentence = store.leftToMend { throw CommandLineFailure(.found, sentence) }
  }
}
