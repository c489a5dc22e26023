import ConcordCanvas
import ConcordDashboard
import ConcordJSON
import ConcordModel
import ConcordTerminal

/// The colours' part of a checkup: how many, and what the levels look like.
struct ColourCheckup {
  private let terminal: TerminalReport
  private let isColourless: Bool
  private let depth: ColourDepth
  private let theme: Theme
  private let glyphs: GlyphSet

  init(_ terminal: TerminalReport, isColourless: Bool) {
    self.terminal = terminal
    self.isColourless = isColourless
    depth = terminal.depth(isColourless: isColourless)
    theme = Theme(Appearance(environment: Settings.environment), depth: depth)
    glyphs = terminal.isUTF8 ? .unicode : .ascii
  }

  func write(to page: inout CheckupPage) throws(CommandLineFailure) {
    try page.title("colours")
    try page.line("depth", words)
    try page.line("NO_COLOR", isColourless ? "set: no colours are used" : "not set")
    try page.line("theme", "\(theme.appearance.rawValue); another by concord open --theme")
    try page.line(
      "levels",
      parts {
        "\(glyphs.bar($0)) \($1)  "
      } style: {
        Style(.level($0))
      }, theme, glyphs)
    try page.line(
      "cells",
      parts {
        "\(glyphs.shade($0)) \($1) "
      } style: {
        .level($0)
      }, theme, glyphs)
  }

  private func parts(
    _ text: (Ramp, String) -> String, style: (Ramp) -> Style
  ) -> [StyledText] {
    Level.allCases.map { level in
      let ramp = RiskMark.ramp(level)
      return StyledText(text(ramp, level.words), style(ramp))
    }
  }

  private var words: String {
    switch depth {
    case .none: "none; the levels keep their signs"
    case .eight: "8 colours"
    case .sixteen: "16 colours"
    case .indexed: "256 colours"
    case .trueColour: "24 bits"
    }
  }

  func write(to json: inout JSONWriter) {
    json.key("colours")
    json.beginObject()
    json.key("described")
    json.integer(terminal.colours)
    json.key("used")
    switch depth {
    case .none: json.integer(0)
    case .eight: json.integer(8)
    case .sixteen: json.integer(16)
    case .indexed: json.integer(256)
    case .trueColour: json.integer(1 << 24)
    }
    json.key("no-color")
    json.bool(isColourless)
    json.key("theme")
    json.string(theme.appearance.rawValue)
    json.endObject()
  }
}
