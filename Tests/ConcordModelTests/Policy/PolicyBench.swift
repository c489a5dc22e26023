import ConcordJSON
import OfficeInMemory
import Testing

@testable import ConcordModel

/// An office that imports policies and catalogues made from those that ship.
struct PolicyBench {
  var office = MemoryOffice()

  var workspace: Workspace { office.workspace }

  /// What ships under a name, with a piece of its text written otherwise.
  static func shipped(_ name: String, _ old: String = "", _ new: String = "") throws -> String {
    let path = name == "policy" ? "policy.json" : "catalogues/\(name).json"
    let file = try #require(DataFile.embedded(path))
    let text = String(decoding: file.bytes, as: UTF8.self)
    if !old.isEmpty { try #require(text.contains(old), "\(name): \(old)") }
    return old.isEmpty ? text : text.replacing(old, with: new)
  }

  /// A catalogue that ships, without the line of an entry, and with more lines at the end.
  static func edited(
    _ name: String, without key: String = "", adding lines: [String] = []
  ) throws -> String {
    let text = try shipped(name)
    var rows = text.split(separator: "\n").map(String.init)
    if !key.isEmpty {
      let place = try #require(rows.firstIndex { $0.contains("\"key\": \"\(key)\"") })
      rows.remove(at: place)
    }
    let end = try #require(rows.lastIndex { $0.hasSuffix(" ]") })
    if rows[end - 1].hasSuffix(",") { rows[end - 1].removeLast() }
    if !lines.isEmpty {
      rows[end - 1] += ","
      rows.insert(contentsOf: [lines.joined(separator: ",\n")], at: end)
    }
    return rows.joined(separator: "\n")
  }

  /// Imports texts.
  mutating func bring(_ texts: String...) throws {
    var invocation = Invocation("policy.import")
    invocation.answers["text"] = texts
    try office.run(invocation)
  }

  /// Why texts are refused; nil where they are not.
  mutating func refusal(_ texts: String...) -> String? {
    var invocation = Invocation("policy.import")
    invocation.answers = ["text": texts, "file": (1...texts.count).map { "file\($0).json" }]
    let before = StateDigest.of(workspace)
    do {
      try office.run(invocation)
      return nil
    } catch let error as CommandError {
      // The old state stands.
      #expect(StateDigest.of(workspace) == before)
      return error.sentence
    } catch {
      return "\(error)"
    }
  }

  /// The policy with one level of its matrix written otherwise: likelihood 3, impact 3 is high.
  static func stricter() throws -> String {
    try shipped(
      "policy",
      #"{"likelihood": 3, "levels": ["very-low", "low", "moderate", "moderate", "high"]}"#,
      #"{"likelihood": 3, "levels": ["very-low", "low", "high", "high", "high"]}"#)
  }
}
