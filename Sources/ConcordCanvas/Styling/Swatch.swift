/// One colour of a palette, for every depth a terminal may have.
struct Swatch: Hashable, Sendable {
  /// 24 bits.
  let rgb: UInt32
  /// The nearest of the 256 numbered colours that every terminal shows alike (16…255), or of the
  /// first 16.
  let indexed: UInt8
  /// Of the 16 colours; nil is the terminal's own.
  let sixteen: UInt8?
  /// Of the 8 colours; nil is the terminal's own.
  let eight: UInt8?

  init(_ rgb: UInt32, _ indexed: UInt8, _ sixteen: UInt8?, _ eight: UInt8?) {
    self.rgb = rgb
    self.indexed = indexed
    self.sixteen = sixteen
    self.eight = eight
  }

  /// The colour at a depth.
  func colour(_ depth: ColourDepth) -> Colour {
    switch depth {
    case .none: .standard
    case .eight: eight.map(Colour.indexed) ?? .standard
    case .sixteen: sixteen.map(Colour.indexed) ?? .standard
    case .indexed: .indexed(indexed)
    case .trueColour: .rgb(rgb)
    }
  }
}
