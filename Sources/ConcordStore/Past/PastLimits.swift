/// How many states of earlier days are kept, and which are worth it.
package struct PastLimits: Sendable {
  /// The most files.
  package var files = 8
  /// The most bytes of all files together, as a multiple of the journals' bytes: a late state takes
  /// nearly as many as the journals up to it.
  package var share: Int64 = 3
  /// So many bytes are always granted.
  package var granted: Int64 = 64 << 20
  /// Parts that the way to a day is cut into: a state is kept at the end of each.
  package var steps: Int64 = 4
  /// Bytes of journals that are read so quickly that no state on the way is worth its place.
  package var shortStep: Int64 = 16 << 20
  /// Bytes of journals that have to be read for a day to be worth keeping: as many as make the cache
  /// worth writing.
  package var least: Int64 = 256 * 1024
  /// A day is worth keeping where more than one part in so many of its lines had to be read: reading
  /// a state takes about as long as reading that part from the journals.
  package var part: Int64 = 16

  /// The program's own.
  package static let standard = PastLimits()

  package init() {}
}
