import ConcordCanvas
import ConcordModel

/// The arithmetic of a number, or any text to read. Where lines are about flags one of them is
/// selected: Enter reads it, and what if begins with it; every other key but the arrows closes it.
package struct ExplanationLayer: Layer {
  private let explanation: Explanation
  /// The first and the last line of each flag that lines are about.
  private let places: [ClosedRange<Int>]
  /// The keys that begin a what if, as its user has them.
  private let whatIf: [Key]
  /// Whether it is there for a flag to be chosen.
  private let chooses: Bool
  private var selected = 0
  /// Whether it is looked at from its beginning, whatever is selected.
  private var isAtHead = true
  private var top = 0

  /// - Parameters:
  ///   - whatIf: the keys that suppose something of the selected flag.
  ///   - chooses: whether Enter does so too.
  package init(_ explanation: Explanation, whatIf: [Key] = [], chooses: Bool = false) {
    self.explanation = explanation
    self.whatIf = whatIf
    self.chooses = chooses
    var places: [ClosedRange<Int>] = []
    for line in explanation.flags.keys.sorted() {
      if let last = places.last, last.upperBound == line - 1,
        explanation.flags[line] == explanation.flags[line - 1]
      {
        places[places.count - 1] = last.lowerBound...line
      } else {
        places.append(line...line)
      }
    }
    self.places = places
  }

  private var flag: RecordID? {
    places.indices.contains(selected) ? explanation.flags[places[selected].lowerBound] : nil
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    if let flag = flag ?? explanation.about, whatIf.contains(key) {
      return .closeThen(.whatIfOn(flag))
    }
    if let flag, key == .enter { return .closeThen(chooses ? .whatIfOn(flag) : .showRecord(flag)) }
    switch key {
    case .down, .character("j"): move(1)
    case .up, .character("k"): move(-1)
    case .pageDown: move(Self.page)
    case .pageUp: move(-Self.page)
    case .mouse, .focus: break
    default: return .close
    }
    return .stay
  }

  private static let page = 10

  private mutating func move(_ step: Int) {
    if places.isEmpty {
      top = max(0, min(top + step, explanation.lines.count * 3))
    } else {
      isAtHead = step < 0 && selected == 0
      selected = max(0, min(selected + step, places.count - 1))
    }
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    if let place = places.firstIndex(where: { $0.contains(line) }) { selected = place }
    return .stay
  }

  private var trailing: String {
    let key = whatIf.first?.name.map { " · \($0) what if" } ?? ""
    if flag == nil { return "Esc" + (explanation.about == nil ? "" : key) }
    return chooses ? "Esc · Enter supposes it" : "Esc · Enter reads it" + key
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let longest = explanation.lines.map { TextMeasure.columns(of: $0) }.max() ?? 0
    // What its keys do is in sight beside the title.
    let heading =
      TextMeasure.columns(of: explanation.title) + TextMeasure.columns(of: trailing)
    let width = min(canvas.width - 4, max(36, longest + 4, heading + 10))
    let inside = OverlayBox.draw(
      into: &canvas, title: explanation.title, trailing: trailing, width: width,
      height: min(canvas.height - 4, lines(width: width - 4).count + 2))
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
    let lines = lines(width: inside.width)
    let first = firstShown(lines, height: inside.height)
    OverlayBox.drawMore(into: &canvas, inside, hidden: lines.count - first - inside.height)
    for (place, line) in lines.enumerated().dropFirst(first).prefix(inside.height) {
      let row = inside.row(place - first)
      canvas.put(line.text, x: row.x, y: row.y, style: Style(on: .overlay), maxWidth: row.width)
      guard explanation.flags[line.source] != nil else { continue }
      canvas.target(row, pane: Target.layer, line: line.source)
      if places[selected].contains(line.source) {
        canvas.highlight(row, ground: .selection)
        if canvas.cursor?.position.x == inside.x, line.isFirst,
          line.source == places[selected].lowerBound
        {
          canvas.cursor = Cursor(x: row.x, y: row.y)
        }
      }
    }
  }

  /// A line as it is drawn, and the one that it is of.
  private struct Line {
    let text: String
    let source: Int
    let isFirst: Bool
  }

  /// The lines in so many columns: what is longer goes on below, a little further in.
  private func lines(width: Int) -> [Line] {
    explanation.lines.enumerated().flatMap { source, text in
      let indent = String(text.prefix { $0 == " " })
      let room = width - indent.count
      guard TextMeasure.columns(of: text) > width, room > Self.leastWidth else {
        return [Line(text: text, source: source, isFirst: true)]
      }
      let parts = TextMeasure.wrapped(String(text.dropFirst(indent.count)), to: room - 2)
      return parts.enumerated().map { place, part in
        Line(
          text: indent + (place == 0 ? "" : "  ") + part, source: source, isFirst: place == 0)
      }
    }
  }

  /// Columns below which text is cut, not broken.
  private static let leastWidth = 16

  /// What is selected is in sight, with what stands above the first one.
  private func firstShown(_ lines: [Line], height: Int) -> Int {
    guard places.indices.contains(selected), !isAtHead else {
      return min(top, max(0, lines.count - height))
    }
    let place = places[selected]
    let begin = lines.firstIndex { $0.source == place.lowerBound } ?? 0
    // What follows the last one is in sight with it.
    let end =
      selected == places.count - 1
      ? lines.count - 1 : lines.lastIndex { $0.source == place.upperBound } ?? begin
    return max(0, min(begin, end - height + 1))
  }
}
