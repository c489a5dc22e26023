/// The name of a line of the journal: its writer and its sequence number.
public struct LineID: Hashable, Sendable {
  /// The writer's id.
  public let writer: String
  /// 1 for the writer's first line.
  public let number: Int64

  package init(_ writer: String, _ number: Int64) {
    self.writer = writer
    self.number = number
  }

  /// A line from what `description` says; nil for any other text.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 32,
      parts[0].utf8.allSatisfy({ Crockford.value(of: $0) != nil || $0 == UInt8(ascii: "~") }),
      parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(parts[1]), number > 0
    else { return nil }
    self.init(String(parts[0]), number)
  }
}

extension LineID: CustomStringConvertible {
  /// Writer and number, such as `3ZB1:41`.
  public var description: String { "\(writer):\(number)" }
}
