import Foundation
import Testing

/// Pictures on record. A new one is written and fails: it is to be read before it counts.
enum Golden {
  static func expect(
    _ picture: String, _ name: String, file: String = #filePath,
    location: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Goldens")
    let path = folder.appendingPathComponent(name + ".txt")
    guard let recorded = try? String(contentsOf: path, encoding: .utf8) else {
      try? picture.write(to: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name) anew: read it, then run again", sourceLocation: location)
      return
    }
    if recorded != picture {
      let actual = FileManager.default.temporaryDirectory.appendingPathComponent(
        "concord-golden-\(name).txt")
      try? picture.write(to: actual, atomically: true, encoding: .utf8)
      Issue.record(
        "\(name) differs\n--- recorded\n\(recorded)\n--- now\n\(picture)", sourceLocation: location)
    }
  }
}
