/// Text with columns in braces, such as `{jurisdiction} Emergency Management`; a lone column name is
/// a template of one column.
struct NameTemplate: Equatable, Sendable {
  enum Part: Equatable, Sendable {
    case text(String)
    case column(Int)
  }

  let parts: [Part]

  /// - Throws: the name of a column that the table does not have, or that a brace has no other.
  init(_ source: String, columns: [String]) throws(Problem) {
    func place(_ name: String) throws(Problem) -> Int {
      let wanted = name.lowercased()
      guard
        let place = columns.firstIndex(of: name)
          ?? columns.firstIndex(where: { $0.lowercased() == wanted })
      else { throw .unknownColumn(name) }
      return place
    }
    if let whole = try? place(source) {
      parts = [.column(whole)]
      return
    }
    guard source.contains("{") else { throw .unknownColumn(source) }
    func words(_ text: Substring) throws(Problem) -> String {
      guard !text.contains(where: { $0 == "{" || $0 == "}" }) else { throw .loneBrace }
      return String(text)
    }
    var parts: [Part] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(try words(rest[..<open]))) }
      parts.append(.column(try place(String(rest[rest.index(after: open)..<close]))))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(try words(rest))) }
    self.parts = parts
  }

  /// Why a text is no template of a table's columns.
  enum Problem: Error, Equatable {
    /// A column that the table does not have.
    case unknownColumn(String)
    /// A brace without its other one.
    case loneBrace

    /// What is wrong with the map.
    func reason(_ assignment: ColumnAssignment, columns: [String]) -> ImportFailure.Reason {
      switch self {
      case .unknownColumn(let name): .unknownColumn(name: name, known: columns)
      case .loneBrace:
        .option(
          name: "map", value: "\(assignment.source)=\(assignment.field)",
          expected: "a closing brace for each opening one, such as '{State} Police=name'")
      }
    }
  }

  /// The columns that the template reads.
  var columns: [Int] {
    parts.compactMap { if case .column(let place) = $0 { place } else { nil } }
  }

  /// The cell of a lone column, or the text of the template; absent where one of its columns is.
  func cell(in row: SourceRow) -> SourceCell {
    if parts.count == 1, case .column(let place) = parts[0] { return row.cells[place] }
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .column(let place):
        guard let value = row.cells[place].text else { return .absent }
        text += value
      }
    }
    return .text(text)
  }
}
