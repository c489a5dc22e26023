/// Why a whole file could not be read: what an import stops at before its first row.
package struct ImportFailure: Error, Equatable, Sendable {
  /// The file as the user named it; `-` is standard input.
  package var file: String
  /// The line at fault, counted from 1, where one can be named.
  package var line: Int?
  package var reason: Reason

  package init(file: String, line: Int? = nil, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// What is wrong with the file.
  package enum Reason: Equatable, Sendable {
    case notFound
    case directory
    case permissionDenied
    /// A device or a socket.
    case notAFile
    /// Larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// What the system said.
    case unreadable(message: String)
    case empty
    case headerOnly
    /// The first row holds values, or too little to name the columns.
    case noHeader
    case headerRefused(RowRefusal.Reason)
    /// Two columns of one name, counted from 1.
    case duplicateColumn(name: String, first: Int, second: Int)
    case unknownEncoding(name: String)
    /// Bytes that the encoding does not know, from an offset counted from 0.
    case undecodable(TextEncoding, offset: Int)
    /// Another kind of file, known by its first bytes.
    case notText(kind: String)
    /// Broken JSON, at a column counted from 1.
    case json(column: Int, message: String)
    /// A preset of this program that cannot be read.
    case preset(message: String)
    case unknownPreset(name: String, known: [String])
    /// A column that the preset knows its files by is missing.
    case presetUnfit(preset: String, column: String)
    /// A column of the map that the file does not have.
    case unknownColumn(name: String, known: [String])
    /// A field of the map that nobody may write.
    case unknownField(name: String, known: [String])
    /// A field that every record needs and that nothing fills.
    case unmapped(field: String, columns: [String])
    case option(name: String, value: String, expected: String)
    case cancelled
    /// JSON that holds no list of objects.
    case noRecords
    /// A JSON object with more than one list of objects.
    case severalLists(names: [String])
  }
}

extension ImportFailure: CustomStringConvertible {
  /// One sentence with file and line.
  package var description: String {
    let place = line.map { "\(file), line \($0)" } ?? file
    return "\(place): \(reason.sentence)."
  }
}

extension ImportFailure.Reason {
  var sentence: String {
    switch self {
    case .notFound: "there is no such file"
    case .directory: "this is a directory; name a file in it"
    case .permissionDenied: "you may not read this file"
    case .notAFile: "this is a device or a socket, not a file"
    case .tooLarge(let limit): "the file is larger than \(limit / 1_048_576) MiB; split it"
    case .unreadable(let message): "the file could not be read (\(message))"
    case .empty: "the file is empty"
    case .headerOnly: "the file has a header but no rows"
    case .noHeader:
      "the first row does not look like a header; say whether there is one"
    case .headerRefused(let reason): "the header cannot be read: \(reason.sentence(column: nil))"
    case .duplicateColumn(let name, let first, let second):
      "columns \(first) and \(second) are both called \u{201C}\(name)\u{201D}; rename one"
    case .unknownEncoding(let name):
      "unknown encoding \u{201C}\(name)\u{201D}; known are \(TextEncoding.knownNames)"
    case .undecodable(let encoding, let offset):
      "byte \(offset + 1) is not \(encoding.rawValue); name the encoding of the file"
    case .notText(let kind): "this is \(kind), not text; save it as CSV or JSON"
    case .json(let column, let message): "broken JSON at column \(column): \(message)"
    case .preset(let message): "the preset cannot be read: \(message)"
    case .unknownPreset(let name, let known):
      "there is no preset \u{201C}\(name)\u{201D}; there are \(known.joined(separator: ", "))"
    case .presetUnfit(let preset, let column):
      "preset \(preset) needs a column \u{201C}\(column)\u{201D}, which the file does not have"
    case .unknownColumn(let name, let known):
      "no column is called \u{201C}\(name)\u{201D}; there are \(known.joined(separator: ", "))"
    case .unknownField(let name, let known):
      "\u{201C}\(name)\u{201D} is no field to import into; there are \(known.joined(separator: ", "))"
    case .unmapped(let field, let columns):
      "nothing gives the \(field): add --map 'COLUMN=\(field)' or --set \(field)=VALUE "
        + "(columns: \(columns.joined(separator: ", ")))"
    case .option(let name, let value, let expected):
      "--\(name) is \u{201C}\(value)\u{201D}: expected \(expected)"
    case .cancelled: "the import was stopped; nothing has changed"
    case .noRecords: "no list of objects was found in this JSON"
    case .severalLists(let names):
      "the JSON holds several lists (\(names.joined(separator: ", "))); keep the one to import"
    }
  }
}
