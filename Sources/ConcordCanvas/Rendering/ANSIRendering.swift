/// The canvas as text with the escape sequences of ECMA-48.
extension Canvas {
  /// The rows, each ending in a line feed and leaving the terminal's own colours behind.
  package func ansi(_ theme: Theme) -> String {
    var result = ""
    for y in 0..<height {
      for run in runs(y: y) {
        result += "\u{1B}[" + Self.parameters(theme.paint(run.style)) + "m" + run.text
      }
      result += "\u{1B}[m\n"
    }
    return result
  }

  private static func parameters(_ paint: Paint) -> String {
    var parameters = ["0"]
    if paint.attributes.contains(.bold) { parameters.append("1") }
    if paint.attributes.contains(.underline) { parameters.append("4") }
    if paint.attributes.contains(.reverse) { parameters.append("7") }
    if let colour = parameter(paint.foreground, base: 30) { parameters.append(colour) }
    if let colour = parameter(paint.background, base: 40) { parameters.append(colour) }
    return parameters.joined(separator: ";")
  }

  private static func parameter(_ colour: Colour, base: Int) -> String? {
    switch colour {
    case .standard: nil
    case .indexed(let index) where index < 8: "\(base + Int(index))"
    case .indexed(let index) where index < 16: "\(base + 60 + Int(index) - 8)"
    case .indexed(let index): "\(base + 8);5;\(index)"
    case .rgb(let rgb): "\(base + 8);2;\(rgb >> 16 & 255);\(rgb >> 8 & 255);\(rgb & 255)"
    }
  }
}
