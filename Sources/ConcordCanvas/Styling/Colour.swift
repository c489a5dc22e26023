/// A colour as a terminal is told of it.
package enum Colour: Hashable, Sendable {
  /// The terminal's own text or background colour.
  case standard
  /// One of the terminal's numbered colours, 0…255.
  case indexed(UInt8)
  /// Red, green and blue in 24 bits, as in `0x5FAFFF`.
  case rgb(UInt32)
}
