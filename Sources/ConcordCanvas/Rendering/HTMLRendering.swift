/// The canvas as a page.
extension Canvas {
  /// A page of its own, in the theme's 24-bit colours whatever its depth; without colours when the
  /// depth is none.
  package func html(_ theme: Theme, title: String = "Concord") -> String {
    let depth: ColourDepth = theme.depth == .none ? .none : .trueColour
    let theme = Theme(theme.appearance, depth: depth)
    let (page, text) = (theme.palette.page.fill.rgb, theme.palette.page.text.rgb)
    var rows = ""
    for y in 0..<height {
      for run in runs(y: y) {
        let escaped = Self.escaped(run.text)
        let css = Self.css(theme.paint(run.style), page: page, text: text)
        rows += css.isEmpty ? escaped : "<span style=\"\(css)\">\(escaped)</span>"
      }
      rows += "\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <title>\(Self.escaped(title))</title>
      <style>
        body { margin: 0; background: \(Self.hex(page)); color: \(Self.hex(text)); }
        pre { margin: 1em; font: 15px/1.2 monospace; }
      </style>
      <pre>
      \(rows)</pre>
      </html>

      """
  }

  private static func css(_ paint: Paint, page: UInt32, text: UInt32) -> String {
    var parts: [String] = []
    var (front, back) = (rgb(paint.foreground), rgb(paint.background))
    if paint.attributes.contains(.reverse) { (front, back) = (back ?? page, front ?? text) }
    if let front { parts.append("color:\(hex(front))") }
    if let back { parts.append("background:\(hex(back))") }
    if paint.attributes.contains(.bold) { parts.append("font-weight:bold") }
    if paint.attributes.contains(.underline) { parts.append("text-decoration:underline") }
    return parts.joined(separator: ";")
  }

  private static func rgb(_ colour: Colour) -> UInt32? {
    if case .rgb(let rgb) = colour { rgb } else { nil }
  }

  private static func hex(_ rgb: UInt32) -> String {
    let digits = String(rgb, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    // By scalars: a sign with a combining mark is another character, yet opens a tag all the same.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
