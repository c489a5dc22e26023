extension SourceTable {
  /// A table of delimited text.
  static func delimited(
    _ source: (file: String, encoding: TextEncoding, text: [UInt8]), _ options: SourceOptions
  ) throws(ImportFailure) -> SourceTable {
    let separator = options.separator ?? Separator.detect(in: source.text)
    var reader = DelimitedReader(source.text, separator: separator.rawValue)
    let start = reader
    let (line, cells) = try firstRow(of: &reader, file: source.file)
    var columns = cells
    switch options.header {
    case .absent:
      columns = cells.indices.map { String($0 + 1) }
      reader = start
    case .find where !HeaderChoice.looksLikeHeader(cells):
      throw ImportFailure(file: source.file, line: line, reason: .noHeader)
    case .find, .present:
      columns = try names(
        of: cells.dropLast(unusedColumns(cells, in: reader)), file: source.file, line: line)
    }
    return SourceTable(
      file: source.file, encoding: source.encoding, format: .delimited, separator: separator,
      columns: columns, text: source.text, content: .delimited(reader), options: options)
  }

  /// The cells of the first row that holds anything.
  private static func firstRow(
    of reader: inout DelimitedReader, file: String
  ) throws(ImportFailure) -> (line: Int, cells: [String]) {
    var row = DelimitedRow()
    while true {
      switch reader.next(into: &row) {
      case .end: throw ImportFailure(file: file, reason: .empty)
      case .broken(let reason, _):
        throw ImportFailure(file: file, line: row.line, reason: .headerRefused(reason))
      case .row where row.isBlank(in: reader.bytes): continue
      case .row:
        if row.nulCell != nil {
          throw ImportFailure(file: file, line: row.line, reason: .headerRefused(.nulByte))
        }
        let cleaning = CellCleaning(absentWords: [])
        return (row.line, row.cells.map { cleaning.cell($0.bytes(in: reader.bytes)).text ?? "" })
      }
    }
  }

  /// The nameless columns at the end of a header that no row fills: a separator at the end of each
  /// line makes no column.
  private static func unusedColumns(_ header: [String], in reader: DelimitedReader) -> Int {
    let named = (header.lastIndex { !$0.isEmpty } ?? 0) + 1
    guard named < header.count else { return 0 }
    var used = named
    var reader = reader
    var row = DelimitedRow()
    while used < header.count {
      let step = reader.next(into: &row)
      if step == .end { break }
      guard step == .row, row.cells.count > used, row.cells.count <= header.count else { continue }
      let last = row.cells.lastIndex { $0.start < $0.end } ?? 0
      if last >= used { used = last + 1 }
    }
    return header.count - used
  }

  /// The names of the columns: one without a name is called by its number.
  private static func names(
    of cells: ArraySlice<String>, file: String, line: Int
  ) throws(ImportFailure) -> [String] {
    var names = Array(cells)
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() {
      if let character = ForbiddenCharacter.first(in: Array(name.utf8)[...]) {
        throw ImportFailure(
          file: file, line: line, reason: .headerRefused(.forbiddenCharacter(character)))
      }
      if name.isEmpty { names[place] = "column \(place + 1)" }
      if let first = places.updateValue(place, forKey: names[place].lowercased()) {
        throw ImportFailure(
          file: file, line: line,
          reason: .duplicateColumn(name: name, first: first + 1, second: place + 1))
      }
    }
    return names
  }
}
