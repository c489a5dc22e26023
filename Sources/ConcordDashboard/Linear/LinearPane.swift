/// A part of a screen as lines to be read one after the other.
package struct LinearPane: Hashable, Sendable {
  /// What it is; blank for what stands outside of every box.
  package var title: String
  /// What is said beside the title: counts and the order.
  package var caption: String
  /// Whether keys go to it.
  package var isFocused: Bool
  package var lines: [LinearLine]

  package init(title: String, caption: String, isFocused: Bool, lines: [LinearLine]) {
    self.title = title
    self.caption = caption
    self.isFocused = isFocused
    self.lines = lines
  }

  /// What is selected in it, in one line; where nothing is, its first line, which says why.
  package var selection: String {
    let selected = lines.filter(\.isSelected)
    return (selected.isEmpty ? Array(lines.prefix(1)) : selected).map(\.text)
      .joined(separator: "; ")
  }

  /// The title with what is said beside it.
  package var heading: String {
    var words = title
    if !caption.isEmpty { words += (words.isEmpty ? "" : ", ") + caption }
    return words
  }
}

/// One line of a pane.
package struct LinearLine: Hashable, Sendable {
  package var text: String
  package var isSelected: Bool

  package init(_ text: String, isSelected: Bool = false) {
    self.text = text
    self.isSelected = isSelected
  }
}
