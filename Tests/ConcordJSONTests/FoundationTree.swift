import FoundationEssentials

/// A document as Foundation's `JSONDecoder` reads it: every value and key of it is asked for, because
/// the decoder checks strings and numbers only then.
indirect enum FoundationTree: Decodable, Hashable {
  case null
  case bool(Bool)
  /// What the decoder gives for an `Int64` and for a `Double`; nil where it refuses.
  case number(Int64?, Double?)
  case string(String)
  case array([FoundationTree])
  case object([String: FoundationTree])

  /// The tree, or nil where the decoder refuses the document.
  static func read(_ bytes: [UInt8]) -> FoundationTree? {
    try? JSONDecoder().decode(FoundationTree.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    do {
      let container = try decoder.container(keyedBy: Key.self)
      var members: [String: FoundationTree] = [:]
      for key in container.allKeys {
        members[key.stringValue] = try container.decode(FoundationTree.self, forKey: key)
      }
      self = .object(members)
      return
    } catch DecodingError.typeMismatch, DecodingError.valueNotFound {}
    do {
      var container = try decoder.unkeyedContainer()
      var elements: [FoundationTree] = []
      while !container.isAtEnd { elements.append(try container.decode(FoundationTree.self)) }
      self = .array(elements)
      return
    } catch DecodingError.typeMismatch, DecodingError.valueNotFound {}
    self = try Self.scalar(try decoder.singleValueContainer())
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> Self {
    if container.decodeNil() { return .null }
    do { return .string(try container.decode(String.self)) } catch DecodingError.typeMismatch {}
    do { return .bool(try container.decode(Bool.self)) } catch DecodingError.typeMismatch {}
    return .number(try? container.decode(Int64.self), try? container.decode(Double.self))
  }

  /// How many numbers the decoder let pass and then could not read.
  var unreadableNumbers: Int {
    switch self {
    case .number(nil, nil): 1
    case .array(let elements): elements.reduce(0) { $0 + $1.unreadableNumbers }
    case .object(let members): members.values.reduce(0) { $0 + $1.unreadableNumbers }
    default: 0
    }
  }

  /// The tree without the members whose keys end in `mark`.
  func withoutKeys(endingIn mark: String) -> FoundationTree {
    switch self {
    case .array(let elements):
      return .array(elements.map { $0.withoutKeys(endingIn: mark) })
    case .object(let members):
      let others = members.filter { !$0.key.hasSuffix(mark) }
      return .object(others.mapValues { $0.withoutKeys(endingIn: mark) })
    default: return self
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }
}
