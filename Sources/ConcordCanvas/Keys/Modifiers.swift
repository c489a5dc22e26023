/// Keys held down while another is pressed.
package struct Modifiers: OptionSet, Hashable, Sendable {
  /// The bits, as xterm counts them in a key's parameter less one.
  package let rawValue: UInt8

  /// Modifiers of these bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift.
  package static let shift = Modifiers(rawValue: 1)
  /// Alt, or Meta.
  package static let alt = Modifiers(rawValue: 2)
  /// Control.
  package static let control = Modifiers(rawValue: 4)
}
