/// Sets of references: eight bytes an element, as the slot of a single reference holds it, in the
/// order of the ids. Those of a loaded cache stay as they stand in its file.
extension TextPool {
  /// Adds a set; the references stand in the order of their ids, each once.
  mutating func store(references: [Int64]) -> Reference {
    references.withUnsafeBytes { store($0.bindMemory(to: UInt8.self)) }
  }

  /// Calls `body` with each reference of a set of a field that may refer to `kinds`.
  package func forEachReference(
    _ reference: Reference, _ kinds: [RecordKind], _ body: (Int64) -> Void
  ) {
    if reference >> 61 == HeldForm.list.rawValue {
      // `["P-0123456789AB",…]`, as a cache is written.
      let bytes = heldBytes(reference)
      var start = 2
      while start + Self.idLength <= bytes.count {
        let text = UnsafeBufferPointer(rebasing: bytes[start..<start + Self.idLength])
        if let id = RecordID.parse(text), let place = kinds.firstIndex(of: id.kind) {
          body(Int64(place) << 60 | Int64(id.bits))
        }
        start += Self.idLength + 3
      }
      return
    }
    withBytes(reference) { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      for start in stride(from: 0, to: bytes.count - 7, by: 8) {
        body(bytes.loadUnaligned(fromByteOffset: start, as: Int64.self))
      }
    }
  }

  /// Characters of an id.
  private static let idLength = 14

  /// Whether a set of any type has no element.
  func isEmptySet(_ reference: Reference) -> Bool {
    let length = reference & 0xFFFFF
    return reference >> 61 == HeldForm.list.rawValue ? length <= 2 : length == 0
  }
}
