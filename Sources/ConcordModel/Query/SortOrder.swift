/// By what a list is sorted.
public struct SortOrder: Hashable, Sendable {
  /// A field of the kind.
  public let field: String
  /// The greatest first.
  public let isDescending: Bool

  /// An order; a leading `-` in `text` forms means descending.
  public init(_ field: String, descending: Bool = false) {
    self.field = field
    isDescending = descending
  }

  /// An order from `risk` or `-risk`.
  public init(text: String) {
    isDescending = text.hasPrefix("-")
    field = isDescending ? String(text.dropFirst()) : text
  }

  /// `risk` or `-risk`.
  public var text: String { (isDescending ? "-" : "") + field }
}
