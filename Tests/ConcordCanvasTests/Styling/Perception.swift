import ConcordCanvas
import Glibc

/// How colours look, to hold palettes against.
enum Perception {
  /// Contrast of two colours, 1…21 (WCAG 2.2, relative luminance).
  static func contrast(_ left: UInt32, _ right: UInt32) -> Double {
    let (low, high) = (
      min(luminance(left), luminance(right)), max(luminance(left), luminance(right))
    )
    return (high + 0.05) / (low + 0.05)
  }

  /// Distance of two colours in Oklab (Ottosson 2020); black to white is 1.
  static func distance(_ left: UInt32, _ right: UInt32) -> Double {
    let (one, other) = (oklab(linear(left)), oklab(linear(right)))
    return zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// What a deuteranope sees of a colour (Viénot, Brettel and Mollon 1999).
  static func deuteranopia(_ rgb: UInt32) -> UInt32 {
    let light = linear(rgb)
    let yellow = 0.29275 * light[0] + 0.70725 * light[1]
    let blue = -0.02234 * light[0] + 0.02234 * light[1] + light[2]
    return [yellow, yellow, blue].reduce(0) { $0 << 8 | encoded($1) }
  }

  /// The first 16 colours of xterm.
  static let xterm: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  /// The first 16 colours of the Linux console, those of VGA.
  static let console: [UInt32] = [
    0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
    0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
  ]

  /// 24 bits of a colour that is not the terminal's own; those from 16 on are xterm's cube and greys.
  static func rgb(_ colour: Colour, _ base: [UInt32] = xterm) -> UInt32 {
    switch colour {
    case .standard: return 0
    case .rgb(let rgb): return rgb
    case .indexed(let index) where index < 16: return base[Int(index)]
    case .indexed(let index) where index < 232:
      let steps: [UInt32] = [0, 95, 135, 175, 215, 255]
      let place = Int(index) - 16
      return steps[place / 36] << 16 | steps[place / 6 % 6] << 8 | steps[place % 6]
    case .indexed(let index):
      let grey = UInt32(index - 232) * 10 + 8
      return grey << 16 | grey << 8 | grey
    }
  }

  private static func luminance(_ rgb: UInt32) -> Double {
    let light = linear(rgb)
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }

  private static func linear(_ rgb: UInt32) -> [Double] {
    [rgb >> 16, rgb >> 8, rgb].map { component in
      let value = Double(component & 255) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
    }
  }

  private static func encoded(_ value: Double) -> UInt32 {
    let value = min(1, max(0, value))
    let curve = value <= 0.0031308 ? 12.92 * value : 1.055 * power(value, 1 / 2.4) - 0.055
    return UInt32((curve * 255).rounded())
  }

  private static func oklab(_ light: [Double]) -> [Double] {
    let cones = [
      0.4122214708 * light[0] + 0.5363325363 * light[1] + 0.0514459929 * light[2],
      0.2119034982 * light[0] + 0.6806995451 * light[1] + 0.1073969566 * light[2],
      0.0883024619 * light[0] + 0.2817188376 * light[1] + 0.6299787005 * light[2],
    ].map { power($0, 1 / 3.0) }
    return [
      0.2104542553 * cones[0] + 0.7936177850 * cones[1] - 0.0040720468 * cones[2],
      1.9779984951 * cones[0] - 2.4285922050 * cones[1] + 0.4505937099 * cones[2],
      0.0259040371 * cones[0] + 0.7827717662 * cones[1] - 0.8086757660 * cones[2],
    ]
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    base <= 0 ? 0 : pow(base, exponent)
  }
}
