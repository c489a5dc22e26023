/// Reads the rows of one catalogue, from one file or several.
struct CatalogueReader: Sendable {
  /// A key of another catalogue, to be looked for once all are read.
  struct Reference: Sendable {
    let catalogue: CatalogueName
    let key: String
    let row: DataRow
    let field: String
  }

  let name: CatalogueName
  /// What was read, for what is to be said of it later.
  private var rows: [String: DataRow] = [:]
  private var root: DataRow?
  private(set) var references: [Reference] = []
  private var words = ""
  private var entries: [CatalogueEntry] = []
  private var places: [String: Int] = [:]

  init(name: CatalogueName) { self.name = name }

  var catalogue: Catalogue {
    Catalogue(name: name, words: words, entries: entries, places: places)
  }

  /// Reads one file, whichever catalogue it is.
  static func read(_ file: DataFile) throws(CatalogueError) -> CatalogueReader {
    let root = try file.root()
    var reader = CatalogueReader(name: try name(root))
    try reader.read(root)
    return reader
  }

  /// The name of the catalogue that a file says it is.
  static func name(_ root: DataRow) throws(CatalogueError) -> CatalogueName {
    try root.checkFormat()
    try root.onlyFields(["format", "catalogue", "words", "source", "entries"])
    let title = try root.text("catalogue")
    guard let name = CatalogueName(rawValue: title) else {
      throw root.error(
        .unknownKey(title, known: CatalogueName.allCases.map(\.rawValue)), field: "catalogue")
    }
    return name
  }

  /// A refusal of the file, or of one of its entries.
  func error(
    _ reason: CatalogueError.Reason, field: String, of key: String? = nil
  ) -> CatalogueError {
    let row = key.flatMap { rows[$0] } ?? root
    return row?.error(reason, field: field)
      ?? CatalogueError(file: name.rawValue, position: nil, field: field, reason: reason)
  }

  /// The most characters that a narrow column gives to a choice.
  static let shortLimit = 9

  mutating func read(_ root: DataRow) throws(CatalogueError) {
    self.root = root
    words = try root.text("words")
    let attributes = name.attributes
    let fields =
      ["key", "words", "short", "code", "names", "explains"] + attributes.map(\.name)
    let inherited = entries.count
    var replaced: Set<Int> = []
    let rows = try root.rows("entries")
    entries.reserveCapacity(inherited + rows.count)
    for row in rows {
      try row.onlyFields(fields)
      let entry = try entry(row, attributes)
      self.rows[entry.key] = row
      if let fixed = name.fixedKeys, !fixed.contains(entry.key) {
        throw row.error(.fixedKeys(fixed), field: "key")
      }
      if let place = places[entry.key] {
        guard place < inherited, replaced.insert(place).inserted else {
          throw row.error(.twice(entry.key), field: "key")
        }
        entries[place] = entry
      } else {
        places[entry.key] = entries.count
        entries.append(entry)
      }
    }
    if let fixed = name.fixedKeys, entries.count < fixed.count {
      throw root.error(.fixedKeys(fixed), field: "entries")
    }
    if entries.count > Catalogue.limit {
      throw root.error(.tooMany(limit: Catalogue.limit), field: "entries")
    }
  }

  private mutating func entry(
    _ row: DataRow, _ attributes: [CatalogueAttribute]
  ) throws(CatalogueError) -> CatalogueEntry {
    let key = try row.text("key")
    if !Self.isKey(key) { throw row.error(.malformedKey(key), field: "key") }
    let words = try row.text("words")
    var values: [CatalogueEntry.Attribute] = []
    for attribute in attributes where attribute.isRequired || row.has(attribute.name) {
      values.append(
        CatalogueEntry.Attribute(name: attribute.name, value: try value(row, attribute)))
    }
    return CatalogueEntry(
      key: key, words: words, short: try short(row, key: key, words: words),
      code: try code(row), names: row.has("names") ? try row.texts("names") : [],
      explains: try row.textIfAny("explains"), attributes: values)
  }

  /// The short words; without any the words, or else the key, if they are short enough.
  private func short(
    _ row: DataRow, key: String, words: String
  ) throws(CatalogueError) -> String {
    if let short = try row.textIfAny("short") {
      if !Self.isShort(short) {
        throw row.error(.tooLong(short, limit: Self.shortLimit), field: "short")
      }
      return short
    }
    if !name.hasShortWords || Self.isShort(words) { return words }
    if Self.isShort(key) { return key }
    throw row.error(.tooLong(words, limit: Self.shortLimit), field: "words")
  }

  private func code(_ row: DataRow) throws(CatalogueError) -> String? {
    guard let code = try row.textIfAny("code") else { return nil }
    if !Self.isCode(code) { throw row.error(.wrongKind(expected: "two capitals"), field: "code") }
    return code
  }

  private mutating func value(
    _ row: DataRow, _ attribute: CatalogueAttribute
  ) throws(CatalogueError) -> CatalogueValue {
    let field = attribute.name
    switch attribute.kind {
    case .truth: return .truth(try row.truth(field))
    case .number(let range): return .number(try row.integer(field, in: range))
    case .numbers(let range): return .numbers(try row.integers(field, in: range))
    case .numbersByTier(let range):
      let numbers = try row.integers(field, in: range)
      guard numbers.count == Partner.lastTier else {
        throw row.error(.count(found: numbers.count, expected: Partner.lastTier), field: field)
      }
      return .numbers(numbers)
    case .text: return .text(try row.text(field))
    case .texts: return .texts(try row.texts(field))
    case .key(let catalogue):
      let key = try row.text(field)
      references.append(Reference(catalogue: catalogue, key: key, row: row, field: field))
      return .text(key)
    case .keys(let catalogue):
      let keys = try row.texts(field)
      for key in keys {
        references.append(Reference(catalogue: catalogue, key: key, row: row, field: field))
      }
      return .texts(keys)
    }
  }

  private static func isShort(_ text: String) -> Bool {
    text.utf8.count <= shortLimit || text.count <= shortLimit
  }

  /// Lower-case words joined by hyphens, or a code of two capitals.
  private static func isKey(_ text: String) -> Bool {
    if isCode(text) { return true }
    // A hyphen stands before the first and after the last letter: none may be doubled.
    var last = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-"): if last == byte { return false }
      default: return false
      }
      last = byte
    }
    return last != UInt8(ascii: "-")
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 2
      && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
