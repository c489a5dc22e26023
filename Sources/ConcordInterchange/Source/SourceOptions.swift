/// How a file is to be read; what is `nil` is found out.
package struct SourceOptions: Sendable {
  package var encoding: TextEncoding?
  package var format: SourceFormat?
  package var separator: Separator?
  package var header: HeaderChoice = .find
  /// Words that mean that a cell is empty. `NA` is none of them: it is Namibia.
  package var absentWords: [String] = ["(blank)"]
  /// The longest cell, in bytes.
  package var cellLimit = 64 * 1024
  /// How deep JSON may be nested.
  package var depthLimit = 32

  package init() {}
}

/// What a file is written in.
package enum SourceFormat: String, CaseIterable, Sendable {
  /// Rows of cells with a separator.
  case delimited
  /// One JSON document: a list of objects, or an object that holds one.
  case json
  /// One JSON object a line.
  case jsonLines = "jsonl"

  /// A format as people name it.
  package init?(name: String) {
    switch name.lowercased() {
    case "csv", "tsv", "psv", "txt", "delimited": self = .delimited
    case "json": self = .json
    case "jsonl", "ndjson", "jsonlines": self = .jsonLines
    default: return nil
    }
  }

  /// The format of a text: JSON begins with a bracket or a brace; an object that ends on its line
  /// and has another below it is JSON Lines.
  static func detect(in bytes: [UInt8]) -> SourceFormat {
    func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
    guard let start = bytes.firstIndex(where: { !isSpace($0) }) else { return .delimited }
    switch bytes[start] {
    case UInt8(ascii: "["):
      // `[name]` may be a column; JSON goes on with a value that no name begins with.
      let next = bytes[(start + 1)...].first { !isSpace($0) } ?? 0
      return "{[]\"-0123456789".utf8.contains(next) ? .json : .delimited
    case UInt8(ascii: "{"):
      let rest = bytes[start...]
      guard let end = rest.firstIndex(of: 0x0A) else { return .json }
      let last = rest[..<end].last { !isSpace($0) }
      let next = bytes[end...].first { !isSpace($0) }
      return last == UInt8(ascii: "}") && next == UInt8(ascii: "{") ? .jsonLines : .json
    default: return .delimited
    }
  }
}
