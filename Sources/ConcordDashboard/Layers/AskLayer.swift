import ConcordCanvas

/// Asks for one line of text, with a standard answer that the first letter replaces.
package struct AskLayer: Layer {
  /// What is asked for.
  package enum Question: Hashable, Sendable {
    /// The program that the shown rows are handed to.
    case program
    /// The file to be imported.
    case importFile
  }

  private let question: Question
  private var editor: TextEditor
  private var isStandard: Bool

  package init(_ question: Question, standard: String = "") {
    self.question = question
    editor = TextEditor(standard)
    isStandard = !standard.isEmpty
  }

  private var label: String {
    switch question {
    case .program: "hand the shown rows to: "
    case .importFile: "import the file: "
    }
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .escape: return .close
    case .enter:
      guard !editor.isEmpty else { return .stay }
      switch question {
      case .program: return .closeThen(.pipeTo(program: editor.text))
      case .importFile: return .closeThen(.importFile(editor.text))
      }
    case .character, .paste:
      if isStandard { editor = TextEditor() }
    default: break
    }
    isStandard = false
    _ = editor.handle(key)
    return .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let y = canvas.height - 1
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), style: Style(on: .bar))
    let width = canvas.put(label, x: 1, y: y, style: Style(.accent, on: .bar).bold)
    editor.draw(
      into: &canvas, x: 1 + width, y: y, width: canvas.width - width - 2,
      style: isStandard ? Style(.dim, on: .bar) : Style(on: .bar))
  }
}
