import ConcordCanvas
import ConcordModel

/// Reads a picture pane by pane, so that no screen is described twice: what is drawn is what is read.
/// Under a line of heads each piece gets its head's name.
struct LinearReading {
  /// A piece of a line: text of one style, or with one blank between.
  private struct Piece: Equatable {
    var text: String
    var style: Style
    /// Its columns, counted from the pane's own first.
    var x: Range<Int>

    /// Whether it is the first that says anything.
    func isFirst(of pieces: [Piece]) -> Bool {
      pieces.first { !LinearSigns.words($0.text).isEmpty } == self
    }
  }

  /// A head and the columns that it stands over.
  private struct Head {
    let name: String
    let x: Range<Int>
  }

  private let canvas: Canvas
  /// Whether what stands outside of boxes is read as it stands: text that is being typed.
  private let isTyped: Bool

  init(_ canvas: Canvas, isTyped: Bool = false) {
    self.canvas = canvas
    self.isTyped = isTyped
  }

  /// The panes, column by column from the left, and last what stands outside of them.
  var panes: [LinearPane] {
    var result: [LinearPane] = []
    let ordered = canvas.panes.enumerated().sorted { one, other in
      (one.element.area.x, one.element.area.y) < (other.element.area.x, other.element.area.y)
    }
    for (place, pane) in ordered {
      // Drawn again in its place: the later one is seen.
      if canvas.panes[(place + 1)...].contains(where: { $0.area == pane.area }) { continue }
      let later = canvas.panes[(place + 1)...].map(\.area)
      result.append(
        LinearPane(
          title: LinearSigns.words(pane.title), caption: caption(pane.trailing),
          isFocused: pane.isFocused, lines: lines(pane.inside, without: later)))
    }
    let areas = canvas.panes.map(\.area)
    let outside = lines(canvas.bounds, without: areas, isTyped: isTyped)
    if !outside.isEmpty {
      result.append(LinearPane(title: "", caption: "", isFocused: result.isEmpty, lines: outside))
    }
    return result
  }

  private func caption(_ trailing: String) -> String {
    let marks = GlyphSet.unicode.marks
    return trailing.split(separator: " · ").map { part in
      LinearSigns.words(
        String(part).replacing(String(marks.down), with: "descending")
          .replacing(String(marks.up), with: "ascending"))
    }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: Lines

  private func lines(
    _ area: Rect, without others: [Rect], isTyped: Bool = false
  ) -> [LinearLine] {
    let others = others.filter { !$0.intersection(area).isEmpty }
    let cursorLine = cursorLine(in: area, without: others)
    var rows: [(y: Int, pieces: [Piece], isSelected: Bool)] = []
    for y in area.y..<max(area.y, area.maxY) {
      let (pieces, isSelected) = pieces(area, y, without: others)
      if !pieces.isEmpty { rows.append((y, pieces, isSelected)) }
    }
    // Where no row is lit, the line that is typed into is where one is.
    let hasSelection = rows.contains { $0.isSelected }
    var heads: [Head] = []
    if let first = rows.first, let found = Self.heads(first.pieces) {
      heads = found
      rows.removeFirst()
    }
    return rows.compactMap { row in
      let text =
        heads.isEmpty ? Self.plain(row.pieces, isTyped: isTyped) : Self.named(row.pieces, heads)
      guard !text.isEmpty else { return nil }
      return LinearLine(
        text, isSelected: hasSelection ? row.isSelected : row.y == cursorLine)
    }
  }

  private func cursorLine(in area: Rect, without others: [Rect]) -> Int? {
    guard let cursor = canvas.cursor, cursor.isVisible, area.contains(cursor.position),
      !others.contains(where: { $0.contains(cursor.position) })
    else { return nil }
    return cursor.position.y
  }

  private func pieces(
    _ area: Rect, _ y: Int, without others: [Rect]
  ) -> (pieces: [Piece], isSelected: Bool) {
    var pieces: [Piece] = []
    var blanks = 2
    var isSelected = false
    for x in area.x..<area.maxX {
      guard !others.contains(where: { $0.contains(Point(x: x, y: y)) }) else {
        blanks = 2
        continue
      }
      let cell = canvas[x, y]
      if cell.style.ground == .selection || cell.style.ground == .quietSelection {
        isSelected = true
      }
      if cell.isContinuation { continue }
      if cell.glyph == .space {
        blanks += 1
        continue
      }
      var text = ""
      cell.glyph.write(to: &text)
      // What is new since one last looked stands close to another sign, and is one of its own.
      let isApart = Self.standsApart(text) || pieces.last.map { Self.standsApart($0.text) } ?? false
      if let last = pieces.last, !isApart, blanks < 2,
        blanks == 0 || last.style.ink == cell.style.ink
      {
        pieces[pieces.count - 1].text += String(repeating: " ", count: blanks) + text
        pieces[pieces.count - 1].x = last.x.lowerBound..<(x - area.x + 1)
      } else {
        pieces.append(
          Piece(text: text, style: cell.style, x: (x - area.x)..<(x - area.x + 1)))
      }
      blanks = 0
    }
    return (pieces, isSelected)
  }

  private static func standsApart(_ text: String) -> Bool {
    let marks = GlyphSet.unicode.marks
    return text == String(marks.new) || text == String(marks.changed)
  }

  // MARK: Heads

  /// A line of heads: several words, all of them in capitals.
  private static func heads(_ pieces: [Piece]) -> [Head]? {
    var heads: [Head] = []
    for piece in pieces {
      var x = piece.x.lowerBound
      for word in piece.text.split(separator: " ", omittingEmptySubsequences: false) {
        let end = x + word.count
        if !word.isEmpty { heads.append(Head(name: name(String(word)), x: x..<end)) }
        x = end + 1
      }
    }
    let text = pieces.map(\.text).joined()
    let isCapital = text.contains { $0.isUppercase } && !text.contains { $0.isLowercase }
    return heads.count >= 2 && isCapital && !text.contains { $0.isNumber } ? heads : nil
  }

  private static func name(_ head: String) -> String {
    if head == "T" { return "tier" }
    let words = LinearSigns.words(head)
    return words.lowercased()
  }

  /// Each piece with its head's name; the first column has none, since it says what the line is of.
  private static func named(_ pieces: [Piece], _ heads: [Head]) -> String {
    var values: [[String]] = Array(repeating: [], count: heads.count)
    for piece in pieces.flatMap({ Self.divided($0, under: heads) }) {
      let distances = heads.map { Self.distance($0.x, piece.x) }
      guard let nearest = distances.min(), let place = distances.firstIndex(of: nearest) else {
        continue
      }
      let words = LinearSigns.words(piece.text)
      if !words.isEmpty { values[place].append(words) }
    }
    var parts: [String] = []
    for (place, found) in values.enumerated() where !found.isEmpty {
      let text = found.joined(separator: " ")
      parts.append(place == 0 ? text : "\(heads[place].name): \(text)")
    }
    return parts.joined(separator: "; ")
  }

  /// A piece that stands under several heads, word by word.
  private static func divided(_ piece: Piece, under heads: [Head]) -> [Piece] {
    guard heads.filter({ $0.x.overlaps(piece.x) }).count > 1 else { return [piece] }
    var pieces: [Piece] = []
    var x = piece.x.lowerBound
    for word in piece.text.split(separator: " ", omittingEmptySubsequences: false) {
      let end = x + TextMeasure.columns(of: String(word))
      if !word.isEmpty { pieces.append(Piece(text: String(word), style: piece.style, x: x..<end)) }
      x = end + 1
    }
    return pieces
  }

  private static func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    if one.overlaps(other) { return 0 }
    return one.upperBound <= other.lowerBound
      ? other.lowerBound - one.upperBound + 1 : one.lowerBound - other.upperBound + 1
  }

  /// The pieces with commas between, or with a colon after what only names the next.
  private static func plain(_ pieces: [Piece], isTyped: Bool) -> String {
    var text = ""
    var before: Piece?
    for piece in pieces {
      var words = isTyped ? piece.text : LinearSigns.words(piece.text)
      if words.hasPrefix("· ") { words.removeFirst(2) }
      if words == "…" { words = "blank" }
      // As a sign, not as a key.
      if words == "!", piece.style.ink == .warning { words = "soon due:" }
      if words.hasSuffix(" *") { words = words.dropLast(2) + ", required" }
      guard !words.isEmpty else { continue }
      if piece.style.ground == .tab { words += " (this tab)" }
      if let before { text += separator(before, piece, text, isFirst: before.isFirst(of: pieces)) }
      text += words
      before = piece
    }
    return text
  }

  private static func separator(
    _ before: Piece, _ piece: Piece, _ text: String, isFirst: Bool
  ) -> String {
    if text.hasSuffix(":") { return " " }
    // A bar and its score are one.
    if let last = before.text.last, GlyphSet.unicode.bars.contains(last) {
      return " "
    }
    if before.text.hasSuffix(" *") { return ": " }
    // A key and what it does, a number and its answer.
    if before.style.ink == .accent { return " " }
    let isLabel = before.style.ink == .faint && piece.style.ink != .faint
    let isName =
      piece.style.ground != .tab && before.style.ink == .dim && before.text.count <= 14
      && before.x.lowerBound <= nameColumn
      && piece.x.lowerBound - before.x.lowerBound <= nameWidth
    return isLabel || isName && isFirst ? ": " : ", "
  }

  /// A name before its text begins no farther right than this in its pane, and has so much room.
  private static let nameColumn = 3
  private static let nameWidth = 17
}
