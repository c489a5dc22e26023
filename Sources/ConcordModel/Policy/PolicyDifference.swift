import ConcordJSON

/// What one policy or catalogue says otherwise than another, a line for each.
package struct PolicyDifference {
  /// Such as `surge, flags: 50 → 20`, `+ wildfire` or `− aviation`.
  package private(set) var lines: [String] = []

  /// - Parameter before: nil where there was none.
  package init(_ before: JSONValue?, _ after: JSONValue) {
    compare(before ?? .object([]), after, [])
  }

  /// The members by which rows of a list are told apart.
  private static let names = ["key", "rule", "tier", "level", "likelihood"]

  private mutating func compare(_ before: JSONValue, _ after: JSONValue, _ path: [String]) {
    guard before != after else { return }
    if let old = before.members, let new = after.members {
      for member in new {
        compare(before[member.key] ?? .null, member.value, path + [member.key])
      }
      for member in old where after[member.key] == nil {
        compare(member.value, .null, path + [member.key])
      }
    } else if let old = before.array, let new = after.array, let name = Self.name(new + old) {
      compareRows(old, new, by: name, path)
    } else {
      lines.append("\(path.joined(separator: ", ")): \(Self.text(before)) → \(Self.text(after))")
    }
  }

  private static func name(_ rows: [JSONValue]) -> String? {
    names.first { name in !rows.isEmpty && rows.allSatisfy { $0[name] != nil } }
  }

  private mutating func compareRows(
    _ old: [JSONValue], _ new: [JSONValue], by name: String, _ path: [String]
  ) {
    func called(_ row: JSONValue) -> String { row[name].map(Self.text) ?? "" }
    // Of a catalogue's entries everybody knows that they are entries.
    let path = path == ["entries"] ? [] : path
    func words(_ row: JSONValue) -> String {
      let words = row["words"]?.string.map { ": \($0)" } ?? ""
      return (path + [called(row)]).joined(separator: ", ") + words
    }
    for row in new {
      if let before = old.first(where: { called($0) == called(row) }) {
        compare(before, row, path + [called(row)])
      } else {
        lines.append("+ " + words(row))
      }
    }
    let gone = old.filter { row in !new.contains { called($0) == called(row) } }
    for row in gone { lines.append("− " + words(row)) }
    let kept = old.map(called).filter { key in new.contains { called($0) == key } }
    if kept != new.map(called).filter(kept.contains) {
      lines.append((path + ["another order"]).joined(separator: ", "))
    }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "nothing"
    case .string(let text): text
    default: PolicyDocument.line(value)
    }
  }
}
