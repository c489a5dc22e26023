/// The nearest ASCII for a scalar, for terminals whose locale is not UTF-8.
enum AsciiFolding {
  /// One ASCII scalar in place of `scalar`; `?` where nothing comes near.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x80 { return scalar }
    if value >= latinStart, value - latinStart < UInt32(latin.utf8CodeUnitCount) {
      return Unicode.Scalar(latin.utf8Start[Int(value - latinStart)])
    }
    switch value {
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501: return "-"
    case 0x2018...0x201B, 0x2032: return "'"
    case 0x201C...0x201F, 0x2033: return "\""
    case 0x2022, 0x25CF, 0x25C6: return "*"
    case 0x2026: return "~"
    case 0x2039, 0x2190, 0x25C2: return "<"
    case 0x203A, 0x2192, 0x25B8: return ">"
    case 0x2191, 0x25B2: return "^"
    case 0x2193, 0x25BC: return "v"
    case 0x2264: return "<"
    case 0x2265: return ">"
    case 0x2502, 0x2503: return "|"
    case 0x250C...0x254B: return "+"
    case 0x2581...0x258F: return "#"
    case 0x2713: return "v"
    case 0x2717: return "x"
    case 0x3000: return " "
    default: return "?"
    }
  }

  private static let latinStart: UInt32 = 0xA0

  // Latin-1 Supplement and Latin Extended-A, U+00A0…U+017F: base letters by compatibility
  // decomposition (Unicode), the rest by look.
  private static let latin: StaticString =
    #"""
     !cL$Y|S"ca<!-r-o+23'uP-,1o>113?AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs\#
    aaaaaaaceeeeiiiidnooooo/ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg\#
    GgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSs\#
    SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
    """#
}
