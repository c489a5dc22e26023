import ConcordJSON

extension SourceTable {
  /// A table of the objects of a JSON file.
  static func documents(
    _ source: (file: String, encoding: TextEncoding, text: [UInt8]), _ format: SourceFormat,
    _ options: SourceOptions
  ) throws(ImportFailure) -> SourceTable {
    var reader = DocumentReader(options: options)
    if format == .jsonLines {
      reader.readLines(source.text.span)
    } else {
      let place = try recordsPlace(in: source.text, file: source.file, options)
      do {
        switch place {
        case .list(let offset): try reader.readList(source.text.span, at: offset)
        case .only(let offset): try reader.readOnly(source.text.span, at: offset)
        }
      } catch {
        throw failure(error, file: source.file)
      }
    }
    return SourceTable(
      file: source.file, encoding: source.encoding, format: format, separator: nil,
      columns: reader.columns, text: source.text, content: .documents(reader.rows),
      options: options)
  }

  /// Where the records of a document stand.
  private enum RecordsPlace {
    case list(Int)
    /// The document is one record.
    case only(Int)
  }

  /// Finds the records, and with this checks the whole document once.
  private static func recordsPlace(
    in text: [UInt8], file: String, _ options: SourceOptions
  ) throws(ImportFailure) -> RecordsPlace {
    var lists: [(name: String, offset: Int)] = []
    var hasValues = false
    do {
      var cursor = JSONCursor(at: 0, depthLimit: options.depthLimit)
      if try cursor.peek(text.span) == .object {
        let start = cursor.offset
        try cursor.beginObject(text.span)
        while let key = try cursor.nextKey(text.span) {
          let kind = try cursor.peek(text.span)
          let value = try cursor.skipValue(text.span)
          if kind == .array, holdsObjects(text[value]) {
            lists.append((key.string(in: text.span), value.lowerBound))
          } else {
            hasValues = hasValues || kind != .array || value.count > 2
          }
        }
        try cursor.finish(text.span)
        if lists.isEmpty, hasValues { return .only(start) }
      } else {
        let value = try cursor.skipValue(text.span)
        try cursor.finish(text.span)
        if text[value.lowerBound] == UInt8(ascii: "[") { return .list(value.lowerBound) }
      }
    } catch {
      throw failure(error, file: file)
    }
    guard let list = lists.first else { throw ImportFailure(file: file, reason: .noRecords) }
    guard lists.count == 1 else {
      throw ImportFailure(file: file, reason: .severalLists(names: lists.map(\.name)))
    }
    return .list(list.offset)
  }

  /// Whether a text is one number, truth value or null of JSON: no header, and no list either.
  static func isLoneValue(_ text: [UInt8]) -> Bool {
    var cursor = JSONCursor(at: 0, depthLimit: 1)
    do {
      guard try cursor.peek(text.span) != .string else { return false }
      _ = try cursor.skipValue(text.span)
      try cursor.finish(text.span)
      return true
    } catch {
      return false
    }
  }

  private static func holdsObjects(_ list: ArraySlice<UInt8>) -> Bool {
    let first = list.dropFirst().first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    return first == UInt8(ascii: "{")
  }

  private static func failure(_ error: JSONError, file: String) -> ImportFailure {
    ImportFailure(
      file: file, line: error.position.line,
      reason: .json(column: error.position.column, message: error.reason.sentence))
  }
}
