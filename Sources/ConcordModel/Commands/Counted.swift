/// A number with its noun: `1 row`, `2 rows`.
package enum Counted {
  /// - Parameter plural: where it is not the noun with an s.
  package static func words(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }
}
