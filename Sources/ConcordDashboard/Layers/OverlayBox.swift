import ConcordCanvas
import ConcordModel

/// A box in the middle of the screen.
enum OverlayBox {
  /// Draws it and gives its inside.
  static func draw(
    into canvas: inout Canvas, title: String, trailing: String = "", width: Int, height: Int,
    ground: Ground = .overlay
  ) -> Rect {
    let area = canvas.bounds.inset(top: 1, bottom: 2).centered(width: width, height: height)
    canvas.fill(area, style: Style(on: ground))
    return canvas.box(
      area, title: title, trailing: trailing, focused: true, ground: ground
    ).inset(left: 1, right: 1)
  }

  /// Says at the lower border how many lines there are below; nothing where there are none.
  static func drawMore(into canvas: inout Canvas, _ inside: Rect, hidden: Int) {
    guard hidden > 0 else { return }
    canvas.putRight(
      " \(Counted.words(hidden, "line")) more, j ", end: inside.maxX, y: inside.maxY,
      style: Style(.dim, on: .overlay))
  }
}
