import ConcordCanvas
import ConcordJSON
import ConcordTerminal

/// The terminal's part of a checkup: its name, its size, and what it can do.
struct TerminalCheckup {
  private let terminal: TerminalReport

  init(_ terminal: TerminalReport) { self.terminal = terminal }

  func write(to page: inout CheckupPage) throws(CommandLineFailure) {
    try page.title("terminal")
    try page.line("type", terminal.name.isEmpty ? "TERM is not set" : terminal.name)
    if let size = terminal.size {
      try page.line("size", "\(size.width) columns, \(size.height) rows")
    } else {
      try page.line("size", "unknown: standard output is not a terminal")
    }
    let (has, lacks) = (words { $0 }, words { !$0 })
    if !has.isEmpty { try page.line("can", has) }
    if !lacks.isEmpty { try page.line("cannot", lacks) }
    // The terminal database has no word for it that is old enough to count on.
    try page.line(
      "asked of it", "bracketed paste and the mouse as SGR; what lacks them stays silent")
    if let hindrance = terminal.hindrance {
      try page.line("dashboard", "not here: \(hindrance)")
    } else {
      try page.line("dashboard", "opens here")
    }
  }

  private func words(_ isWanted: (Bool) -> Bool) -> String {
    TerminalReport.Ability.allCases
      .filter { isWanted(terminal.abilities.contains($0)) }
      .map(Self.words).joined(separator: ", ")
  }

  private static func words(_ ability: TerminalReport.Ability) -> String {
    switch ability {
    case .placesCursor: "place its cursor"
    case .hidesCursor: "hide its cursor"
    case .alternateScreen: "keep what was on the screen"
    case .colours: "show colours"
    case .mouse: "tell of the mouse"
    case .tellsCursor: "tell where its cursor is"
    }
  }

  func write(to json: inout JSONWriter) {
    json.key("terminal")
    json.beginObject()
    json.key("type")
    json.string(MachineValue.safe(terminal.name))
    json.key("input")
    json.bool(terminal.readsTerminal)
    json.key("output")
    json.bool(terminal.writesTerminal)
    for (key, value) in [("columns", terminal.size?.width), ("rows", terminal.size?.height)] {
      json.key(key)
      if let value { json.integer(value) } else { json.null() }
    }
    json.key("abilities")
    json.beginObject()
    for ability in TerminalReport.Ability.allCases {
      json.key(ability.rawValue)
      json.bool(terminal.abilities.contains(ability))
    }
    json.endObject()
    json.key("hindrance")
    if let hindrance = terminal.hindrance {
      json.string(MachineValue.safe("\(hindrance)"))
    } else {
      json.null()
    }
    json.endObject()
  }
}
