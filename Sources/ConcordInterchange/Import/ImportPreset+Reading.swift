import ConcordJSON
import ConcordModel

extension ImportPreset {
  /// Reads a preset.
  static func read(_ file: DataFile) throws(ImportFailure) -> ImportPreset {
    func failure(_ message: String) -> ImportFailure {
      ImportFailure(file: file.name, reason: .preset(message: message))
    }
    let value: JSONValue
    do {
      value = try JSONValue.parse(file.bytes)
    } catch {
      throw failure("\(error)")
    }
    guard let name = value["name"]?.string else { throw failure("it has no name") }
    guard let map = value["map"]?.members else { throw failure("it has no map") }
    return ImportPreset(
      name: name, words: value["words"]?.string ?? name, columns: texts(value["columns"]),
      map: map.compactMap { member in
        member.value.string.map { ColumnAssignment(source: member.key, field: $0) }
      },
      set: (value["set"]?.members ?? []).compactMap { member in
        member.value.string.map { FieldSetting(field: member.key, value: $0) }
      },
      blank: value["blank"].map(texts), kindColumn: value["kind-column"].flatMap(kindColumn))
  }

  private static func texts(_ value: JSONValue?) -> [String] {
    (value?.array ?? []).compactMap(\.string)
  }

  private static func kindColumn(_ value: JSONValue) -> KindColumn? {
    guard let column = value["column"]?.string, let values = value["values"]?.array else {
      return nil
    }
    let kinds = values.compactMap { entry -> (String, KindColumn.Kind)? in
      guard let type = entry["value"]?.string, let kind = entry["kind"]?.string else { return nil }
      let territoryKey = entry["territory-kind"]?.string
      return (type.lowercased(), KindColumn.Kind(key: kind, territoryKey: territoryKey))
    }
    return KindColumn(
      column: column, ignoredSuffix: value["ignore-suffix"]?.string ?? "",
      order: texts(value["first"]),
      values: Dictionary(kinds, uniquingKeysWith: { first, _ in first }))
  }
}
