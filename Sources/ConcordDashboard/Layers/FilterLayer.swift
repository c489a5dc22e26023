import ConcordCanvas
import ConcordModel

/// The filter line: the list follows every letter.
package struct FilterLayer: Layer {
  private var editor: TextEditor
  private let before: String
  private let kind: RecordKind?

  /// - Parameter kind: what the list holds: its fields are known to the line; nil where the screen
  ///   reads the line in its own way.
  package init(_ text: String, _ kind: RecordKind?) {
    // What is typed is one more term, not the end of the last one.
    editor = TextEditor(text.isEmpty ? "" : text + " ")
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

  private func hasProblem(_ scene: Scene) -> Bool { problem(scene) != nil }

  /// What is wrong with the line, as far as it is typed.
  private func problem(_ scene: Scene) -> String? {
    guard let kind else { return nil }
    return FilterPlan(
      Filter(editor.text), kind: kind, in: scene.workspace, me: scene.actor.person
    ).problems.first?.sentence
  }

  /// Completes a field's name before the cursor.
  private mutating func complete(_ scene: Scene) {
    let word = editor.before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let bare = word.hasPrefix("-") ? word.dropFirst() : word
    guard !bare.isEmpty, !bare.contains(":") else { return }
    let names =
      kind.map { FilterPlan.names($0, in: scene.workspace) } ?? JournalScreen.filterFields
    let fits = names.filter { $0.hasPrefix(bare) }
    guard let first = fits.first else { return }
    let common = fits.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let rest = common.dropFirst(bare.count) + (fits.count == 1 ? ":" : "")
    for character in rest { _ = editor.handle(.character(character)) }
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let y = canvas.height - 1
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), style: Style(on: .bar))
    canvas.put("/", x: 1, y: y, style: Style(.accent, on: .bar).bold)
    let problem = problem(scene)
    let room = canvas.width - 4
    let width = problem == nil ? room : max(12, room - TextMeasure.columns(of: problem ?? "") - 2)
    if let problem {
      canvas.putRight(
        problem, end: canvas.width - 1, y: y, style: Style(.danger, on: .bar),
        maxWidth: max(0, room - width))
    } else if editor.isEmpty {
      canvas.put(
        kind == nil
          ? "words, by:me, record:F-9QD2"
          : "words, kind:police, risk>=high, due<30d, -tag:old, a | b", x: 4, y: y,
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
