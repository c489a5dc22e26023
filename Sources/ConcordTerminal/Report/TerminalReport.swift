import CNcurses
import CPlatform
import ConcordCanvas
import Glibc

/// What the environment, the system and the terminal database say of the terminal; it is not taken
/// for that.
package struct TerminalReport: Hashable, Sendable {
  /// What the terminal database may say that a terminal can do.
  package enum Ability: String, CaseIterable, Sendable {
    /// Puts its cursor anywhere; without it there is no dashboard.
    case placesCursor = "places-cursor"
    /// Hides its cursor, and shows it again.
    case hidesCursor = "hides-cursor"
    /// Has a second screen, so that what was there comes back.
    case alternateScreen = "alternate-screen"
    /// Shows colours.
    case colours = "colours"
    /// Tells of the mouse.
    case mouse = "mouse"
    /// Tells where its cursor stands.
    case tellsCursor = "tells-cursor"
  }

  /// `TERM`; empty where it is not set.
  package let name: String
  /// Whether standard input is a terminal.
  package let readsTerminal: Bool
  /// Whether standard output is a terminal.
  package let writesTerminal: Bool
  /// Columns and rows; nil where there is no terminal to ask.
  package let size: Size?
  /// What it can do.
  package let abilities: Set<Ability>
  /// How many colours the database gives it.
  package let colours: Int
  /// The locale of characters.
  package let locale: String
  /// Whether that is UTF-8.
  package let isUTF8: Bool
  /// Why the dashboard cannot be shown here; nil where it can.
  package let hindrance: TerminalError?

  /// Looks.
  package init() {
    isUTF8 = cp_use_locale() != 0
    locale = setlocale(LC_CTYPE, nil).map { String(cString: $0) } ?? ""
    name = getenv("TERM").map { String(cString: $0) } ?? ""
    readsTerminal = isatty(STDIN_FILENO) == 1
    writesTerminal = isatty(STDOUT_FILENO) == 1
    size = writesTerminal ? Terminal.windowSize() : nil
    do throws(TerminalError) {
      _ = try Terminal.checkedName()
      hindrance = nil
    } catch {
      hindrance = error
    }
    var status: Int32 = 0
    guard !name.isEmpty, setupterm(name, STDOUT_FILENO, &status) == OK else {
      abilities = []
      colours = 0
      return
    }
    let capabilities = Capabilities()
    let count = Int(tigetnum("colors"))
    colours = max(0, count)
    abilities = Set(
      Ability.allCases.filter { ability in
        switch ability {
        case .placesCursor: capabilities.has("cup", "clear")
        case .hidesCursor: capabilities.has("civis", "cnorm")
        case .alternateScreen: capabilities.has("smcup", "rmcup")
        case .colours: count >= 8 && capabilities.has("setaf", "setab", "op")
        case .mouse: capabilities.has("kmous")
        case .tellsCursor: capabilities.string("u7") == TerminalProbe.question
        }
      })
  }

  /// The colours that are drawn with.
  package func depth(isColourless: Bool) -> ColourDepth {
    isColourless || !abilities.contains(.colours) ? .none : ColourDepth(count: colours)
  }
}
