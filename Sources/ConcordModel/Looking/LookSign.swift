/// What the sign before a record says of the time since somebody last looked.
package enum LookSign: Hashable, Sendable {
  /// It was not there then.
  case new
  /// Something happened to it, or to what belongs to it.
  case changed
}
