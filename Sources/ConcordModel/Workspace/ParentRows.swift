/// The rows that some rows, one after another, refer to by one field.
struct ParentRows: Sendable {
  /// The first row that refers.
  let start: Int
  /// The row that each refers to, or one of the numbers below; empty where no row refers to any.
  let rows: [Int32]

  /// The row refers to none.
  static let none: Int32 = -1
  /// The row refers to a record that never came.
  static let missing: Int32 = -2
}
