import ConcordModel

/// What is said after each key: one short line of what is selected now, or what has changed. The
/// whole screen is said first, and when it is asked for.
package struct LinearSpeech: Sendable {
  /// A piece of what is said.
  package enum Piece: Hashable, Sendable {
    /// A line of its own.
    case line(String)
    /// Letters that follow what stands there already, as they were typed.
    case echo(String)
  }

  private var before: LinearScreen?
  private var isWholeAsked = true
  private var hasHeardKey = false
  /// What was said last ends with where one is on top, so that letters may follow.
  private var endsAtSelection = false

  package init() {}

  /// The whole screen is to be said next.
  package mutating func askForAll() { isWholeAsked = true }

  /// A key has come: something is said even where nothing has changed.
  package mutating func hearKey() { hasHeardKey = true }

  /// What is to be said of the screen as it is now.
  package mutating func next(_ now: LinearScreen) -> [Piece] {
    defer {
      before = now
      isWholeAsked = false
      hasHeardKey = false
    }
    guard let before, !isWholeAsked else { return noted(now.lines.map { .line($0) }, now) }
    var pieces = changes(from: before, to: now)
    if let message = now.message, message != before.message || (hasHeardKey && pieces.isEmpty) {
      pieces.append(.line(message))
    }
    if pieces.isEmpty, hasHeardKey {
      pieces.append(.line(now.layer.isEmpty ? now.selection : layerSelection(now)))
    }
    return noted(pieces, now)
  }

  private mutating func noted(_ pieces: [Piece], _ now: LinearScreen) -> [Piece] {
    switch pieces.last {
    case .line(let line): endsAtSelection = !now.layer.isEmpty && line == layerSelection(now)
    case .echo, nil: break
    }
    return pieces
  }

  private func changes(from before: LinearScreen, to now: LinearScreen) -> [Piece] {
    if now.layer != before.layer, !now.layer.isEmpty { return layerChanges(before, now) }
    guard now.layer.isEmpty else { return [] }
    let wasCovered = !before.layer.isEmpty
    if now.title != before.title {
      return [.line(now.title), .line(focusWords(now))]
    }
    if now.focused?.title != before.focused?.title
      || (wasCovered && now.focused?.caption != before.focused?.caption)
    {
      return [.line(focusWords(now))]
    }
    return now.selection == before.selection && !wasCovered ? [] : [.line(now.selection)]
  }

  private func focusWords(_ now: LinearScreen) -> String {
    guard let pane = now.focused else { return now.selection }
    return pane.heading.isEmpty ? now.selection : "\(pane.heading): \(now.selection)"
  }

  // MARK: What lies on top

  /// Something else lies on top: all of it. The same goes on: where one is now, the letters that were
  /// typed, and what has come to it.
  private func layerChanges(_ before: LinearScreen, _ now: LinearScreen) -> [Piece] {
    guard let first = now.layer.first, first.title == before.layer.first?.title else {
      // Where one is comes last, and what is typed goes on from there.
      let place = layerSelection(now)
      let lines = now.layerLines
      return (lines + (lines.last == place ? [] : [place])).map { .line($0) }
    }
    let (old, new) = (layerSelection(before), layerSelection(now))
    var pieces: [Piece] = []
    if new != old {
      let isLonger = !old.isEmpty && endsAtSelection && new.hasPrefix(old)
      pieces.append(isLonger ? .echo(String(new.dropFirst(old.count))) : .line(new))
    }
    let hasRows = now.layer.contains { pane in
      !pane.title.isEmpty && pane.lines.contains(where: \.isSelected)
    }
    for (place, pane) in now.layer.enumerated() {
      guard before.layer.indices.contains(place) else {
        pieces += pane.lines.map { .line($0.text) }
        continue
      }
      let known = Set(before.layer[place].lines.map(\.text))
      let fresh = pane.lines.filter { !known.contains($0.text) && $0.text != new }
      // Of a list under one's fingers the rows around the selected one are not told.
      if !hasRows || fresh.count <= Self.fewLines { pieces += fresh.map { .line($0.text) } }
    }
    return pieces
  }

  /// So many lines that have changed beside the selected one are told too: what a field is for, and
  /// what is wrong with it.
  private static let fewLines = 2

  private func layerSelection(_ now: LinearScreen) -> String {
    // What is typed into stands last; else a row is selected in a box.
    let pane = now.layer.last { $0.lines.contains(where: \.isSelected) }
    return pane?.selection ?? now.layerLines.last ?? ""
  }
}
