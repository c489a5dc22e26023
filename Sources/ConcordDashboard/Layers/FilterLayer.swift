import ConcordCanvas
import ConcordModel

/// The filter line: the list follows every letter.
package struct FilterLayer: Layer {
  private var editor: TextEditor
  private let before: String
  private let kind: RecordKind

  /// - Parameter kind: what the list holds: its fields are known to the line.
  package init(_ text: String, _ kind: RecordKind) {
    editor = TextEditor(text)
    before = text
    self.kind = kind
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .enter: return hasProblem(scene) ? .stay : .close
    case .escape: return .closeThen(.setFilter(before))
    case .down: return .stayThen(.move(.down))
    case .up: return .stayThen(.move(.up))
    case .tab:
      complete(scene)
      return .stayThen(.setFilter(editor.text))
    default:
      let text = editor.text
      guard editor.handle(key), editor.text != text else { return .stay }
      return .stayThen(.setFilter(editor.text))
    }
  }

  private func hasProblem(_ scene: Scene) -> Bool {
    !FilterPlan(
      Filter(editor.text), kind: kind, in: scene.workspace, me: scene.actor.person
    ).problems.isEmpty
  }

  /// Completes a field's name before the cursor.
  private mutating func complete(_ scene: Scene) {
    let word = editor.before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let bare = word.hasPrefix("-") ? word.dropFirst() : word
    guard !bare.isEmpty, !bare.contains(":") else { return }
    let fits = scene.workspace.fields[kind].fields.map(\.name).filter { $0.hasPrefix(bare) }
    guard let first = fits.first else { return }
    let common = fits.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let rest = common.dropFirst(bare.count) + (fits.count == 1 ? ":" : "")
    for character in rest { _ = editor.handle(.character(character)) }
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let y = canvas.height - 1
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), style: Style(on: .bar))
    canvas.put("/", x: 1, y: y, style: Style(.accent, on: .bar).bold)
    let plan = FilterPlan(
      Filter(editor.text), kind: kind, in: scene.workspace, me: scene.actor.person)
    let problem = plan.problems.first?.sentence
    let room = canvas.width - 4
    let width = problem == nil ? room : max(12, room - TextMeasure.columns(of: problem ?? "") - 2)
    if let problem {
      canvas.putRight(
        problem, end: canvas.width - 1, y: y, style: Style(.danger, on: .bar),
        maxWidth: max(0, room - width))
    } else if editor.isEmpty {
      canvas.put(
        "words, kind:police, risk>=high, due<30d, -tag:old, a | b", x: 4, y: y,
        style: Style(.faint, on: .bar), maxWidth: max(0, canvas.width - 5))
    }
    editor.draw(into: &canvas, x: 2, y: y, width: width, style: Style(on: .bar))
  }
}

extension String {
  /// The characters that both begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
