import ConcordJSON

/// An object of a data file, read field by field; every refusal says where and what to do.
struct DataRow: Sendable {
  let file: DataFile
  let offset: Int
  let members: [DataNode.Member]

  /// A refusal of a field; of the row itself where the field is absent.
  func error(_ reason: CatalogueError.Reason, field: String?) -> CatalogueError {
    let place = members.first { $0.key == field }?.node.offset ?? offset
    return file.error(reason, at: place, field: field)
  }

  /// Refuses fields that nobody reads.
  func onlyFields(_ known: [String]) throws(CatalogueError) {
    guard !file.isLenient else { return }
    for member in members where !known.contains(member.key) {
      throw file.error(.unknownField(known: known), at: member.keyOffset, field: member.key)
    }
  }

  /// Refuses a `format` that is newer than `newest`; absent means 1.
  func checkFormat(newest: Int64 = 1) throws(CatalogueError) {
    guard let node = node("format") else { return }
    guard case .integer(let format) = node.content else {
      throw error(.wrongKind(expected: "a whole number"), field: "format")
    }
    if format < 1 || format > newest { throw error(.format(format), field: "format") }
  }

  func has(_ field: String) -> Bool { node(field) != nil }

  // MARK: Fields

  func text(_ field: String) throws(CatalogueError) -> String {
    let node = try required(field)
    guard case .string(let text) = node.content else {
      throw error(.wrongKind(expected: "a text"), field: field)
    }
    if text.utf8.allSatisfy({ $0 <= 0x20 }) { throw error(.empty, field: field) }
    try checkSigns(of: text, at: node.offset, field: field)
    return text
  }

  /// Refuses what a terminal could obey, what turns text around, and a second line.
  private func checkSigns(
    of text: String, at offset: Int, field: String
  ) throws(CatalogueError) {
    let forbidden =
      Text.forbiddenScalar(in: text)
      ?? (text.utf8.contains { $0 < 0x20 } ? "a tab or a line end" : nil)
    if let forbidden { throw file.error(.forbidden(forbidden), at: offset, field: field) }
  }

  func textIfAny(_ field: String) throws(CatalogueError) -> String? {
    has(field) ? try text(field) : nil
  }

  func integer(_ field: String, in range: ClosedRange<Int>) throws(CatalogueError) -> Int {
    try integer(try required(field), in: range, field: field)
  }

  func truth(_ field: String) throws(CatalogueError) -> Bool {
    guard case .bool(let value) = try required(field).content else {
      throw error(.wrongKind(expected: "true or false"), field: field)
    }
    return value
  }

  func texts(_ field: String) throws(CatalogueError) -> [String] {
    var texts: [String] = []
    for element in try elements(field) {
      guard case .string(let text) = element.content, !text.isEmpty else {
        throw file.error(.wrongKind(expected: "a text"), at: element.offset, field: field)
      }
      try checkSigns(of: text, at: element.offset, field: field)
      texts.append(text)
    }
    return texts
  }

  func integers(_ field: String, in range: ClosedRange<Int>) throws(CatalogueError) -> [Int] {
    var numbers: [Int] = []
    for element in try elements(field) {
      numbers.append(try integer(element, in: range, field: field))
    }
    return numbers
  }

  /// The objects of a list.
  func rows(_ field: String) throws(CatalogueError) -> [DataRow] {
    var rows: [DataRow] = []
    for element in try elements(field) { rows.append(try row(element, field: field)) }
    return rows
  }

  /// An object inside this one.
  func row(_ field: String) throws(CatalogueError) -> DataRow {
    try row(try required(field), field: field)
  }

  /// A list of lists of whole numbers, each of this length.
  func tuples(
    _ field: String, of count: Int, in range: ClosedRange<Int>
  ) throws(CatalogueError) -> [[Int]] {
    var tuples: [[Int]] = []
    for element in try elements(field) {
      guard case .array(let numbers) = element.content else {
        throw file.error(.wrongKind(expected: "a list"), at: element.offset, field: field)
      }
      guard numbers.count == count else {
        throw file.error(
          .count(found: numbers.count, expected: count), at: element.offset, field: field)
      }
      var tuple: [Int] = []
      for number in numbers { tuple.append(try integer(number, in: range, field: field)) }
      tuples.append(tuple)
    }
    return tuples
  }

  // MARK: Steps

  private func node(_ field: String) -> DataNode? {
    members.first { $0.key == field }?.node
  }

  private func required(_ field: String) throws(CatalogueError) -> DataNode {
    guard let node = node(field) else { throw error(.missing, field: field) }
    return node
  }

  private func elements(_ field: String) throws(CatalogueError) -> [DataNode] {
    guard case .array(let elements) = try required(field).content else {
      throw error(.wrongKind(expected: "a list"), field: field)
    }
    return elements
  }

  private func row(_ node: DataNode, field: String) throws(CatalogueError) -> DataRow {
    guard case .object(let members) = node.content else {
      throw file.error(
        .wrongKind(expected: "an object in braces"), at: node.offset, field: field)
    }
    return DataRow(file: file, offset: node.offset, members: members)
  }

  private func integer(
    _ node: DataNode, in range: ClosedRange<Int>, field: String
  ) throws(CatalogueError) -> Int {
    guard case .integer(let value) = node.content else {
      throw file.error(.wrongKind(expected: "a whole number"), at: node.offset, field: field)
    }
    guard let number = Int(exactly: value), range.contains(number) else {
      throw file.error(.outOfRange(value, range), at: node.offset, field: field)
    }
    return number
  }
}
