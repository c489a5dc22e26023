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
}

extension LineID: CustomStringConvertible {
  /// Writer and number, such as `3ZB1:41`.
  public var description: String { "\(writer):\(number)" }
}
