/// A file as columns and rows, whatever it was written in: the importer sees no difference between
/// CSV and JSON.
///
/// Iterating gives each row or its refusal, in the order of the file. Rows without any value are no
/// rows: they are left out.
package struct SourceTable: Sendable {
  /// The file as the user named it.
  package let file: String
  package let encoding: TextEncoding
  package let format: SourceFormat
  /// The separator of delimited text.
  package let separator: Separator?
  package let columns: [String]
  /// The length of the text in bytes, as the whole of ``Iterator/position``.
  package var length: Int { text.count }

  let text: [UInt8]
  let content: Content
  let options: SourceOptions

  /// Where the rows come from.
  enum Content: Sendable {
    /// A reader that stands behind the header.
    case delimited(DelimitedReader)
    case documents([DocumentRow])
  }

  /// A row or a refusal.
  package enum Item: Equatable, Sendable {
    case row(SourceRow)
    case refused(RowRefusal)
  }

  /// Opens a file: finds out encoding, format, separator and header where nobody gave them.
  package static func open(
    _ file: SourceFile, _ options: SourceOptions = SourceOptions()
  ) throws(ImportFailure) -> SourceTable {
    if let kind = foreignKind(of: file.bytes) {
      throw ImportFailure(file: file.name, reason: .notText(kind: kind))
    }
    var (text, encoding) = try TextDecoder.text(of: file, encoding: options.encoding)
    while let last = text.last, last == 0x1A { text.removeLast() }
    guard text.contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else {
      throw ImportFailure(file: file.name, reason: .empty)
    }
    let format = options.format ?? SourceFormat.detect(in: text)
    if options.format == nil, format == .delimited, isLoneValue(text) {
      throw ImportFailure(file: file.name, reason: .noRecords)
    }
    let source = (file: file.name, encoding: encoding, text: text)
    let table: SourceTable
    switch format {
    case .delimited: table = try delimited(source, options)
    case .json, .jsonLines: table = try documents(source, format, options)
    }
    var rows = table.makeIterator()
    guard rows.next() != nil else {
      throw ImportFailure(file: file.name, reason: .headerOnly)
    }
    return table
  }

  /// The row as it stands in the file, cut to ``RowRefusal/rawLimit`` bytes.
  package func raw(of row: SourceRow) -> String {
    RowRefusal.cut(text[row.range])
  }

  /// What the first bytes of a file say when it is not text at all.
  private static func foreignKind(of bytes: [UInt8]) -> String? {
    let kinds: [(start: [UInt8], kind: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, as a workbook is"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook or document"),
      ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
      ([0x1F, 0x8B], "a gzip archive"),
      ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65, 0x20], "an SQLite database"),
    ]
    return kinds.first { bytes.starts(with: $0.start) }?.kind
  }
}

extension SourceTable: Sequence {
  package func makeIterator() -> Iterator { Iterator(self) }

  /// Goes through the rows of a table.
  package struct Iterator: IteratorProtocol {
    private let table: SourceTable
    private var delimited: DelimitedRows?
    private var place = 0

    init(_ table: SourceTable) {
      self.table = table
      if case .delimited(let reader) = table.content {
        delimited = DelimitedRows(reader, columns: table.columns, options: table.options)
      }
    }

    /// How far the reading has come, of ``SourceTable/length``.
    package var position: Int {
      if let delimited { return delimited.offset }
      guard case .documents(let rows) = table.content, place > 0 else { return 0 }
      return rows[place - 1].range.upperBound
    }

    /// Goes past the next row or refusal; whether there is one.
    mutating func skip() -> Bool {
      if delimited != nil { return delimited?.skip() ?? false }
      guard case .documents(let rows) = table.content, place < rows.count else { return false }
      place += 1
      return true
    }

    package mutating func next() -> Item? {
      if delimited != nil { return delimited?.next() }
      guard case .documents(let rows) = table.content, place < rows.count else { return nil }
      place += 1
      return rows[place - 1].item(columns: table.columns, text: table.text)
    }
  }
}
