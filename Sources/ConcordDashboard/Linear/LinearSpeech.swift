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
    guard let before, !isWholeAsked else { return now.lines.map { .line($0) } }
    var pieces = changes(from: before, to: now)
    if let message = now.message, message != before.message || (hasHeardKey && pieces.isEmpty) {
      pieces.append(.line(message))
    }
    if pieces.isEmpty, hasHeardKey {
      pieces.append(.line(now.layer.isEmpty ? now.selection : layerSelection(now)))
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

  private func layerChanges(_ before: LinearScreen, _ now: LinearScreen) -> [Piece] {
    guard before.layer.map(\.heading) == now.layer.map(\.heading) else {
      return now.layerLines.map { .line($0) }
    }
    let old = before.layer.flatMap(\.lines)
    let new = now.layer.flatMap(\.lines)
    if old.count == new.count {
      let changed = zip(old, new).filter { $0.text != $1.text }
      if changed.count == 1, let (was, new) = changed.first {
        if new.text.hasPrefix(was.text) {
          return [.echo(String(new.text.dropFirst(was.text.count)))]
        }
        return [.line(new.text)]
      }
      if changed.isEmpty { return [.line(layerSelection(now))] }
      return changed.map { .line($1.text) }
    }
    // Lines came or went: the new ones, or where one is now.
    let known = Set(old.map(\.text))
    let fresh = new.filter { !known.contains($0.text) }
    return fresh.isEmpty ? [.line(layerSelection(now))] : fresh.map { .line($0.text) }
  }

  private func layerSelection(_ now: LinearScreen) -> String {
    // What is typed into stands last; else a row is selected in a box.
    let pane = now.layer.last { $0.lines.contains(where: \.isSelected) }
    return pane?.selection ?? now.layerLines.last ?? ""
  }
}
