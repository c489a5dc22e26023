import ConcordCanvas

/// How the C library, and so curses, counts columns in the locale beside this program's own table.
package struct LibraryWidths: Hashable, Sendable {
  /// Signs that can stand in a text and that were compared.
  package private(set) var compared = 0
  /// Signs of which the library counts other columns.
  package private(set) var otherwise = 0
  /// Signs that the library does not know, as when its Unicode is older.
  package private(set) var unknown = 0

  /// Compares every sign; the locale must have been chosen.
  package init() {
    for value in Self.values {
      guard let scalar = Unicode.Scalar(value), Self.isSign(scalar) else { continue }
      compared += 1
      let columns = RowWriter.libraryWidth(scalar)
      if columns < 0 {
        unknown += 1
      } else if columns != ScalarWidth.columns(of: scalar) {
        otherwise += 1
      }
    }
  }

  // The planes that have signs.
  private static let values: ClosedRange<UInt32> = 0xA0...0x3_FFFF

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
