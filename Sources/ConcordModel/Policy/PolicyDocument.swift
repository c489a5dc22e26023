import ConcordJSON

/// The policy and the catalogues as the files that imports read.
package enum PolicyDocument {
  /// What can be shown and imported: the policy, and every catalogue.
  package static var names: [String] {
    [OwnPolicy.policyName] + CatalogueName.allCases.map(\.rawValue)
  }

  /// The file that ships under a name; nil where there is none.
  static func shipped(_ name: String) -> DataFile? {
    DataFile.embedded(
      name == OwnPolicy.policyName ? "policy.json" : "catalogues/\(name).json")
  }

  /// The whole document in force: the office's own, with what it says nothing of as it ships.
  package static func inForce(_ name: String, in workspace: Workspace) -> JSONValue? {
    let own = workspace.ownPolicies.last { $0.name == name }
    let isOfUse = !workspace.policyProblems.contains { $0.file == name }
    let shipped = shipped(name).flatMap { value($0.bytes) }
    guard let own, isOfUse, let text = value(Array(own.text.utf8)) else { return shipped }
    guard let shipped else { return text }
    if name == OwnPolicy.policyName { return merged(text, over: shipped) }
    guard let catalogue = CatalogueName(rawValue: name),
      catalogue.isNeeded || catalogue.fixedKeys != nil
    else { return text }
    return adding(needed: shipped, to: text)
  }

  /// A catalogue with the entries of another that it lacks: those that the program goes by are there,
  /// whatever an older file says.
  private static func adding(needed shipped: JSONValue, to own: JSONValue) -> JSONValue {
    guard let entries = own["entries"]?.array, let members = own.members else { return own }
    let known = Set(entries.compactMap { $0["key"]?.string })
    let missing = (shipped["entries"]?.array ?? []).filter {
      !known.contains($0["key"]?.string ?? "")
    }
    guard !missing.isEmpty else { return own }
    return .object(
      members.map { $0.key == "entries" ? JSONMember($0.key, .array(entries + missing)) : $0 })
  }

  static func value(_ bytes: [UInt8]) -> JSONValue? { try? JSONValue.parse(bytes) }

  /// A policy's document over another: what it says nothing of stays. Rules go by their names, and
  /// their thresholds by theirs.
  static func merged(_ own: JSONValue, over base: JSONValue) -> JSONValue {
    merged(own, over: base) { key, value, before in
      guard key == "rules", let rules = value.array, let known = before.array else { return value }
      return .array(Self.rules(rules, over: known))
    }
  }

  private static func rules(_ own: [JSONValue], over base: [JSONValue]) -> [JSONValue] {
    func name(_ rule: JSONValue) -> String? { rule["rule"]?.string }
    let known = base.map { before in
      guard let rule = own.first(where: { name($0) == name(before) }) else { return before }
      return merged(rule, over: before) { key, value, before in
        key == "thresholds" ? merged(value, over: before) { _, value, _ in value } : value
      }
    }
    return known + own.filter { rule in !base.contains { name($0) == name(rule) } }
  }

  /// The members of an object over those of another.
  /// - Parameter join: what a member comes to that both have.
  private static func merged(
    _ own: JSONValue, over base: JSONValue,
    join: (_ key: String, _ own: JSONValue, _ base: JSONValue) -> JSONValue
  ) -> JSONValue {
    guard let members = own.members, let before = base.members else { return own }
    var result = before.map { member in
      own[member.key].map { JSONMember(member.key, join(member.key, $0, member.value)) } ?? member
    }
    for member in members where base[member.key] == nil { result.append(member) }
    return .object(result)
  }

  /// The document as short as can be.
  package static func line(_ value: JSONValue) -> String {
    var json = JSONWriter()
    json.value(value)
    return json.text
  }

  // MARK: Laid out

  /// The document for people: a member a line, and of a list of rows one row a line.
  package static func pages(_ value: JSONValue) -> String {
    guard let members = value.members, !members.isEmpty else { return spaced(value) + "\n" }
    let lines = members.map { member in
      "  " + spaced(.string(member.key)) + ": " + page(member.value)
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private static func page(_ value: JSONValue) -> String {
    guard let elements = value.array, elements.contains(where: { $0.members != nil }) else {
      return spaced(value)
    }
    return "[\n" + elements.map { "    " + spaced($0) }.joined(separator: ",\n") + "\n  ]"
  }

  /// On one line, with a blank after each comma and colon.
  private static func spaced(_ value: JSONValue) -> String {
    switch value {
    case .array(let elements): "[" + elements.map(spaced).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.map { spaced(.string($0.key)) + ": " + spaced($0.value) }
        .joined(separator: ", ") + "}"
    default: line(value)
    }
  }
}
