import ConcordJSON
import ConcordModel

/// A line of the journal with some of its operations taken out: digests in their places, and all of
/// its hashes as before.
struct LineRedaction {
  /// The line as it is to stand there, without its line feed.
  let bytes: [UInt8]
  /// What was taken out.
  let removed: [RemovedOperation]

  /// - Parameters:
  ///   - id: the name that the line goes by.
  ///   - target: what it is that goes.
  ///   - standIn: what stands in a field that may not be empty.
  ///   - wanted: whether the operation at this place of the line goes.
  init(
    _ line: Span<UInt8>, _ id: LineID, _ target: RedactionTarget, standIn: FieldValue?,
    where wanted: (Int) -> Bool = { _ in true }
  ) throws(LineReadingError) {
    var bytes: [UInt8] = []
    var removed: [(place: Int, digest: String, replacement: String?)] = []
    var copied = 0
    var place = -1
    _ = try JournalLine.read(line, 0..<line.count) { range, operation in
      place += 1
      guard let operation, wanted(place) else { return }
      let digest = line.extracting(range).withUnsafeBytes { LineHash(of: $0) }
      var replacement: [UInt8]?
      switch target.purge(operation, standIn: standIn) {
      case .keep: return
      case .remove: break
      case .replace(let other): replacement = Self.text(other, salt: digest)
      }
      line.extracting(copied..<range.lowerBound).withUnsafeBufferPointer {
        bytes.append(contentsOf: $0)
      }
      copied = range.upperBound
      if replacement != nil { bytes.append(UInt8(ascii: "[")) }
      bytes.append(UInt8(ascii: "\""))
      digest.append(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      if let replacement {
        bytes.append(UInt8(ascii: ","))
        bytes.append(contentsOf: replacement)
        bytes.append(UInt8(ascii: "]"))
      }
      removed.append((place, digest.text, replacement.map { LineHash(of: $0).text }))
    }
    line.extracting(copied..<line.count).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    self.bytes = bytes
    self.removed = removed.map {
      RemovedOperation(
        line: id, place: $0.place, record: target.record, field: target.field,
        digest: $0.digest, replacement: $0.replacement)
    }
  }

  /// The same each time, so that a redaction that was cut short ends as it began.
  private static func text(_ operation: Operation, salt digest: LineHash) -> [UInt8] {
    var json = JSONWriter()
    let salt = LineHash(of: Array("concord redaction \(digest.text)".utf8))
    OperationText.append(operation, salt: salt.prefix, to: &json)
    return json.bytes
  }
}
