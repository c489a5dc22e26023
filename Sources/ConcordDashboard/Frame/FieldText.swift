import ConcordModel

/// A field's value as people read it.
package enum FieldText {
  /// The value of a field of a row; empty where there is none.
  package static func text(
    _ name: String, _ kind: RecordKind, row: Int, _ workspace: Workspace
  ) -> String {
    guard let field = workspace.fields[kind].field(name),
      let value = workspace.anyValue(kind, row: row, field)
    else { return "" }
    return text(value, field.type, workspace)
  }

  /// An element of a set as people read it.
  package static func element(
    _ element: String, _ type: FieldType, _ workspace: Workspace
  ) -> String {
    switch type {
    case .choices(let catalogue): workspace.catalogues.words(element, in: catalogue)
    case .references: RecordID(element).map { workspace.title($0) } ?? element
    default: element
    }
  }

  /// A value as people read it.
  package static func text(_ value: FieldValue, _ type: FieldType, _ workspace: Workspace)
    -> String
  {
    switch (type, value) {
    case (.choice(let catalogue), .text(let key)):
      return workspace.catalogues.words(key, in: catalogue)
    case (.choices(let catalogue), .texts(let keys)):
      return keys.map { workspace.catalogues.words($0, in: catalogue) }.joined(separator: ", ")
    case (.reference, .text(let text)):
      return RecordID(text).map { workspace.title($0) } ?? text
    case (.references, .texts(let ids)):
      return ids.map { element($0, type, workspace) }.joined(separator: ", ")
    case (.level, .integer(let number)):
      return Level(rawValue: Int(number))?.words ?? ""
    case (.instant, .integer(let number)):
      return Instant(milliseconds: number).day().text
    case (_, .text(let text)): return text
    case (_, .integer(let number)): return String(number)
    case (_, .truth(let truth)): return truth ? "yes" : "no"
    case (_, .texts(let elements)): return elements.joined(separator: ", ")
    case (_, .raw(let json)): return json
    }
  }
}
