import ConcordJSON
import ConcordModel

/// How the columns of a known register become fields: one file of `data/presets`.
package struct ImportPreset: Sendable {
  package let name: String
  /// What it reads, for people.
  package let words: String
  /// The columns by which a file is recognised.
  package let columns: [String]
  /// Columns or templates, with the field that each fills.
  package let map: [ColumnAssignment]
  /// Values that every row gets.
  package let set: [FieldSetting]
  /// Words that mean that a cell is empty; `nil` where it says nothing of them.
  package let blank: [String]?
  package let kindColumn: KindColumn?

  /// The column that says what kind of body a row is.
  package struct KindColumn: Sendable {
    package let column: String
    /// A part of the type that says nothing of the body, such as " - Election".
    package let ignoredSuffix: String
    /// The kinds in the order in which the first wins where one body comes with several.
    package let order: [String]
    /// From the type, in small letters, to its kind.
    package let values: [String: Kind]

    /// The kind that a type means.
    package struct Kind: Sendable {
      package let key: String
      /// The kind of the same body in a territory.
      package let territoryKey: String?
    }

    /// The kind that a cell names.
    func kind(_ cell: String) -> Kind? {
      var type = cell
      if !ignoredSuffix.isEmpty, type.hasSuffix(ignoredSuffix) {
        type = String(type.dropLast(ignoredSuffix.count))
      }
      return values[Text.trimmed(type).lowercased()]
    }
  }

  /// The presets that ship with the program, by their names.
  package static func standard() throws(ImportFailure) -> [ImportPreset] {
    var presets: [ImportPreset] = []
    for file in DataFile.embedded(under: "presets/") { presets.append(try read(file)) }
    return presets
  }

  /// Whether a table has all the columns by which this preset knows its files.
  func recognises(_ columns: [String]) -> Bool {
    missingColumn(in: columns) == nil
  }

  /// The first column that a table lacks.
  func missingColumn(in columns: [String]) -> String? {
    self.columns.first { wanted in
      !columns.contains { $0.lowercased() == wanted.lowercased() }
    }
  }
}

/// A column, or a template of columns such as `{jurisdiction} Emergency Management`, and the field
/// that it fills. A blank field leaves the column out.
package struct ColumnAssignment: Equatable, Sendable {
  package let source: String
  package let field: String

  package init(source: String, field: String) {
    self.source = source
    self.field = field
  }

  /// `Column=field`, as the command line takes it: the last equals sign divides.
  package init?(_ text: String) {
    guard let equals = text.lastIndex(of: "=") else { return nil }
    source = Text.trimmed(text[..<equals])
    field = Text.trimmed(text[text.index(after: equals)...])
    if source.isEmpty { return nil }
  }
}

/// A field with the value that every row gets.
package struct FieldSetting: Equatable, Sendable {
  package let field: String
  package let value: String

  package init(field: String, value: String) {
    self.field = field
    self.value = value
  }

  /// `field=value`, as the command line takes it: the first equals sign divides.
  package init?(_ text: String) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    field = Text.trimmed(text[..<equals])
    value = Text.trimmed(text[text.index(after: equals)...])
    if field.isEmpty || value.isEmpty { return nil }
  }
}
