import ConcordCanvas
import ConcordJSON
import ConcordTerminal

/// The columns' part of a checkup: whether locale, C library and terminal count as Concord does.
struct WidthCheckup {
  private let terminal: TerminalReport
  private let samples: WidthSamples
  private let probe: TerminalProbe?
  private let library = LibraryWidths()

  init(_ terminal: TerminalReport, _ samples: WidthSamples, _ probe: TerminalProbe?) {
    self.terminal = terminal
    self.samples = samples
    self.probe = probe
  }

  private var differing: [(row: WidthSamples.Row, counted: Int)] {
    guard let probe else { return [] }
    return zip(samples.rows, probe.columns).compactMap { row, counted in
      guard let counted, counted != row.columns else { return nil }
      return (row, counted)
    }
  }

  func write(to page: inout CheckupPage) throws(CommandLineFailure) {
    try page.title("widths")
    if terminal.isUTF8 {
      try page.line("locale", "\(terminal.locale), UTF-8")
      try page.line(
        "C library",
        "of \(library.compared) signs it counts \(library.otherwise) otherwise and does not know "
          + "\(library.unknown); these are drawn as \u{FFFD}")
    } else {
      try page.line(
        "locale",
        "\(terminal.locale) is not UTF-8: letters and lines are drawn in ASCII; "
          + "set LC_ALL or LANG to one that is, as in LANG=C.UTF-8")
    }
    if let probe {
      let answered = probe.columns.count { $0 != nil }
      let counted = "counts \(answered - differing.count) of \(answered) samples as Concord does"
      let others = differing.map { "\($0.row.name) takes \($0.counted), not \($0.row.columns)" }
      try page.line("this terminal", ([counted] + others).joined(separator: "; "))
    } else {
      try page.line("this terminal", Self.silence(terminal))
    }
    try page.line("samples", "the bars at their right stand in one line where columns agree:")
    let ruler = (0..<WidthSamples.limit).map { ($0 + 1) % 10 == 0 ? "+" : "-" }.joined()
    try page.aligned("", ruler + "|")
    for row in samples.rows {
      let padding = String(repeating: " ", count: WidthSamples.limit - row.columns)
      try page.aligned("  " + row.name, row.drawn + padding + "|")
    }
  }

  /// Why a terminal has told nothing.
  static func silence(_ terminal: TerminalReport) -> String {
    guard terminal.readsTerminal, terminal.writesTerminal else {
      return "was not asked: input or output is not a terminal"
    }
    return terminal.abilities.contains(.tellsCursor)
      ? "gave no answer within a second" : "was not asked: it is not known to answer"
  }

  func write(to json: inout JSONWriter) {
    json.key("widths")
    json.beginObject()
    json.key("locale")
    json.string(MachineValue.safe(terminal.locale))
    json.key("utf-8")
    json.bool(terminal.isUTF8)
    json.key("library")
    json.beginObject()
    for (key, count) in [
      ("compared", library.compared), ("otherwise", library.otherwise),
      ("unknown", library.unknown),
    ] {
      json.key(key)
      json.integer(count)
    }
    json.endObject()
    json.key("samples")
    json.beginArray()
    for (place, row) in samples.rows.enumerated() {
      json.beginObject()
      json.key("name")
      json.string(row.name)
      json.key("columns")
      json.integer(row.columns)
      json.key("terminal")
      if let counted = probe?.columns[place] { json.integer(counted) } else { json.null() }
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
