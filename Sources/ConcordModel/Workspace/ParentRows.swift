/// The rows that some rows, one after another, refer to by one field.
struct ParentRows: Sendable {
  /// The first row that refers.
  let start: Int
  /// The row that each refers to, or one of the numbers below; empty where no row refers to any. Of a
  /// set, the rows that `children` refer to.
  var rows: [Int32]
  /// Only of a set: the child of each of `rows`, in the order of the rows.
  var children: [Int32] = []
  /// Only of a set: what some refer to that never came.
  var missing: [Missing] = []

  /// A child with the id of a parent that never came.
  struct Missing: Sendable {
    let child: Int
    let bits: UInt64
  }

  /// The row refers to none.
  static let none: Int32 = -1
  /// The row refers to a record that never came.
  static let missing: Int32 = -2
}
