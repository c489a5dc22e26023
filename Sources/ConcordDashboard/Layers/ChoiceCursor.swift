import ConcordCanvas

/// The selected one of a few numbered things: arrows move it round the ends, Enter or its digit
/// takes it.
struct ChoiceCursor: Hashable, Sendable {
  /// What a key meant.
  enum Answer: Hashable, Sendable {
    case moved
    /// The thing of this place was taken.
    case taken(Int)
    /// The key is none of these.
    case other
  }

  /// How many there are.
  let count: Int
  var selected: Int

  init(_ count: Int, selected: Int = 0) {
    self.count = count
    self.selected = selected
  }

  mutating func handle(_ key: Key) -> Answer {
    switch key {
    case .down, .character("j"), .tab: return move(1)
    case .up, .character("k"), .backTab: return move(-1)
    case .enter: return take(selected)
    case .character(let character):
      guard let digit = character.wholeNumberValue else { return .other }
      return take(digit - 1)
    default: return .other
    }
  }

  /// Takes the thing of a place, where there is one.
  func take(_ place: Int) -> Answer { (0..<count).contains(place) ? .taken(place) : .moved }

  private mutating func move(_ step: Int) -> Answer {
    if count > 0 { selected = (selected + count + step) % count }
    return .moved
  }

  /// The digit of a place, drawn before it; a space where digits have run out.
  static func digit(_ place: Int) -> String { place < 9 ? String(place + 1) : " " }

  /// Lets a drawn line be clicked, and shows it as selected where it is.
  func mark(_ place: Int, _ line: Rect, into canvas: inout Canvas) {
    canvas.target(line, pane: Target.layer, line: place)
    guard place == selected else { return }
    canvas.highlight(line, ground: .selection)
    canvas.cursor = Cursor(x: line.x, y: line.y)
  }
}
