import ConcordCanvas
import ConcordModel

/// The sign before a record that is new, or has changed, since its user last looked.
enum LookMark {
  /// Draws the sign of a record, where it has one.
  static func draw(
    _ record: RecordID, into canvas: inout Canvas, x: Int, y: Int, _ scene: Scene
  ) {
    guard let sign = scene.lookBack?.sign(record) else { return }
    let marks = canvas.glyphs.marks
    canvas.put(sign == .new ? marks.new : marks.changed, x: x, y: y, style: Style(.accent))
  }
}
