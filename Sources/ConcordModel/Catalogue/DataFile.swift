import ConcordJSON

/// A file of JSON rows, named as its errors shall name it.
package struct DataFile: Sendable {
  /// How errors name it.
  package let name: String
  /// Its bytes, UTF-8.
  package let bytes: [UInt8]
  /// Whether fields that nobody reads are passed over: a newer version may have written them.
  let isLenient: Bool

  package init(name: String, bytes: [UInt8], isLenient: Bool = false) {
    self.name = name
    self.bytes = bytes
    self.isLenient = isLenient
  }

  /// A file of the embedded data/; nil when none has this path.
  package static func embedded(_ path: String) -> DataFile? {
    for file in EmbeddedData.files where file.path.description == path {
      return DataFile(name: "data/" + path, embedded: file.text)
    }
    return nil
  }

  /// The embedded files whose paths begin so, in the order of their paths.
  package static func embedded(under folder: String) -> [DataFile] {
    EmbeddedData.files.compactMap { file in
      let path = file.path.description
      return path.hasPrefix(folder) ? DataFile(name: "data/" + path, embedded: file.text) : nil
    }
  }

  private init(name: String, embedded text: StaticString) {
    self.name = name
    bytes = text.withUTF8Buffer { Array($0) }
    isLenient = false
  }

  /// The document's outermost object.
  func root() throws(CatalogueError) -> DataRow {
    do throws(JSONError) {
      let node = try DataNode.document(bytes.span)
      return try row(node)
    } catch {
      throw CatalogueError(file: name, json: error)
    }
  }

  private func row(_ node: DataNode) throws(JSONError) -> DataRow {
    guard case .object(let members) = node.content else {
      let found = try JSONCursor.kind(at: node.offset, bytes.span)
      throw JSONError(
        .wrongKind(found: found, expected: .object), at: node.offset, in: bytes.span)
    }
    return DataRow(file: self, offset: node.offset, members: members)
  }

  func error(_ reason: CatalogueError.Reason, at offset: Int, field: String?) -> CatalogueError {
    CatalogueError(
      file: name, position: TextPosition(of: offset, in: bytes.span), field: field, reason: reason)
  }
}

extension JSONCursor {
  fileprivate static func kind(
    at offset: Int, _ bytes: Span<UInt8>
  ) throws(JSONError) -> JSONKind {
    var cursor = JSONCursor(at: offset)
    return try cursor.peek(bytes)
  }
}
