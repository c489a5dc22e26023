/// One row of a table, whatever the file was written in.
package struct SourceRow: Equatable, Sendable {
  /// The first line of the row in the file, counted from 1.
  package var line: Int
  /// One cell for each column of the table.
  package var cells: [SourceCell]
  /// Where the row stands in the text of the table.
  var range: Range<Int>
}

/// What a cell holds, trimmed.
package enum SourceCell: Equatable, Sendable {
  /// Nothing, or a word that means nothing.
  case absent
  case text(String)
  /// Several values, of which none is empty.
  case list([String])

  /// The text; of several values the first.
  package var text: String? {
    switch self {
    case .absent: nil
    case .text(let text): text
    case .list(let texts): texts.first
    }
  }

  /// All values.
  package var texts: [String] {
    switch self {
    case .absent: []
    case .text(let text): [text]
    case .list(let texts): texts
    }
  }

  /// All values in one text.
  var joined: String { texts.joined(separator: "; ") }
}
