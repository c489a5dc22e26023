/// Something the mouse did.
package struct MouseEvent: Hashable, Sendable {
  /// What it did.
  package enum Kind: Hashable, Sendable {
    case press(Button)
    /// A second press at the same place, soon after the first.
    case doublePress(Button)
    case release(Button)
    case drag(Button)
    case move
    case wheelUp, wheelDown
  }

  /// A button.
  package enum Button: Hashable, Sendable {
    case left, middle, right
  }

  /// What it did.
  package var kind: Kind
  /// The cell it points at.
  package var position: Point
  /// Keys held down meanwhile.
  package var modifiers: Modifiers

  /// An event at a cell.
  package init(_ kind: Kind, at position: Point, modifiers: Modifiers = []) {
    self.kind = kind
    self.position = position
    self.modifiers = modifiers
  }
}
