import ConcordCanvas
import ConcordModel

/// The whole window as lines to be read one after the other: for screen readers and braille displays,
/// and for terminals that cannot place a cursor.
package struct LinearScreen: Hashable, Sendable {
  /// Which screen, and what limits it.
  package let title: String
  package let panes: [LinearPane]
  /// What lies on top: a prompt, a list to choose from, help; empty where nothing does.
  package let layer: [LinearPane]
  /// The keys of this place, each with its words.
  package let hints: [String]
  /// What was said last.
  package let message: String?
  private let office: String

  /// The size of the picture that is read: wide, so that little is cut, and no longer than one would
  /// listen to.
  package static let size = Size(width: 240, height: 40)

  /// The lines of a state whose size is ``size``.
  package init(_ state: DashboardState, _ workspace: Workspace) {
    let scene = state.scene(workspace)
    var canvas = Canvas(size: state.size)
    let body = canvas.bounds.inset(top: 1, bottom: 2)
    canvas.clipped(to: body) { state.top.draw(into: &$0, area: body, scene) }
    panes = state.top.linear(LinearReading(canvas).panes, scene)
    if let onTop = state.layer {
      var canvas = Canvas(size: state.size)
      onTop.draw(into: &canvas, scene)
      layer = onTop.linear(LinearReading(canvas, isTyped: true).panes)
    } else {
      layer = []
    }
    let row = type(of: state.screens[state.front]).row
    var words = state.pages.isEmpty ? "Screen \(row.key), \(row.title)" : "Partner's page"
    if let day = state.asOf {
      words += ", as of \(day.text)"
    } else if state.isReadOnly {
      words += ", read-only"
    }
    if state.whatIf != nil { words += ", what if, not saved" }
    title = words
    office = workspace.office.name
    hints = Frame.hints(state, scene).map { row in
      "\(row.keys.first?.name ?? "") \(row.words)"
    }
    if let count = state.count {
      message = "count \(count)"
    } else if let said = state.message {
      message =
        switch said.tone {
        case .done, .plain: said.text
        case .warning: "Warning: \(said.text)"
        case .failed: "Failed: \(said.text)"
        }
    } else {
      message = nil
    }
  }

  /// The pane that keys go to.
  package var focused: LinearPane? { panes.first(where: \.isFocused) ?? panes.first }

  /// The whole window, top down.
  package var lines: [String] {
    var lines = ["Concord, \(office)", title]
    for pane in panes {
      lines.append("")
      lines += Self.lines(pane, isOneOf: panes.count)
    }
    if !layer.isEmpty {
      lines.append("")
      lines += layerLines
    }
    // What lies on top has all keys, and says which.
    if layer.isEmpty { lines += ["", "Keys"] + hints }
    if let message { lines += ["", message] }
    return lines
  }

  /// What lies on top, line by line.
  package var layerLines: [String] {
    layer.flatMap { Self.lines($0, isOneOf: 1) }
  }

  /// What is selected in front.
  package var selection: String {
    let words = focused?.selection ?? ""
    return words.isEmpty ? "nothing is selected" : words
  }

  private static func lines(_ pane: LinearPane, isOneOf count: Int) -> [String] {
    var lines: [String] = []
    if !pane.heading.isEmpty {
      lines.append(pane.heading + (pane.isFocused && count > 1 ? ", in focus" : ""))
    }
    var isSelected = false
    for line in pane.lines {
      // A row of two lines is selected once.
      let isNamed = line.isSelected && !isSelected && !pane.title.isEmpty
      lines.append((isNamed ? "selected: " : "") + line.text)
      isSelected = line.isSelected
    }
    return lines
  }
}
