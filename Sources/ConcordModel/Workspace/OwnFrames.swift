import ConcordJSON

/// The own fields of a row as the pool keeps them: names and values in turn, in the byte order of
/// the names, each as four bytes of length (little end first) and its bytes. A value's first byte
/// tells its form: `t`ext, `i`nteger, `b`oolean, `r`aw JSON, a `s`et.
package struct OwnFrames {
  /// The frames so far.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Begins anew.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a field that holds text.
  package mutating func append(name: Span<UInt8>, text: Span<UInt8>) {
    append(count: name.count)
    name.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    append(count: text.count + 1)
    bytes.append(UInt8(ascii: "t"))
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Adds a field.
  package mutating func append(name: String, value: FieldValue) {
    for part in [name, Workspace.frame(value)] {
      append(count: part.utf8.count)
      bytes.append(contentsOf: part.utf8)
    }
  }

  private mutating func append(count: Int) {
    for shift in stride(from: 0, through: 24, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: count >> shift))
    }
  }

  /// Calls `body` with each name and value in `frames`.
  static func forEach(
    _ frames: UnsafeBufferPointer<UInt8>,
    _ body: (_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var offset = 0
    func next() -> UnsafeBufferPointer<UInt8>? {
      guard offset + 4 <= frames.count else { return nil }
      let length = (0..<4).reduce(0) { $0 | Int(frames[offset + $1]) << (8 * $1) }
      let start = offset + 4
      guard start + length <= frames.count else { return nil }
      offset = start + length
      return UnsafeBufferPointer(rebasing: frames[start..<offset])
    }
    while let name = next(), let value = next() { body(name, value) }
  }

  /// Writes a framed value as JSON.
  static func write(_ value: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter) {
    guard let form = value.first else { return json.null() }
    let rest = UnsafeBufferPointer(rebasing: value.dropFirst())
    switch form {
    case UInt8(ascii: "t"): json.string(utf8: rest.span)
    case UInt8(ascii: "b"): json.bool(rest.first == UInt8(ascii: "1"))
    case UInt8(ascii: "s"):
      json.beginArray()
      for element in rest.split(separator: 0x1F) {
        json.string(utf8: UnsafeBufferPointer(rebasing: element).span)
      }
      json.endArray()
    default: json.raw(rest.span)
    }
  }
}
