/// Which line of a list is selected and which is the first shown.
package struct ListCursor: Hashable, Sendable {
  /// The selected line; 0 in an empty list.
  package var selected = 0
  /// The first line shown.
  package private(set) var top = 0

  package init() {}

  /// Moves by a motion, `count` times, in a list of `total` lines of which `height` are shown.
  package mutating func move(_ motion: Motion, count: Int = 1, total: Int, height: Int) {
    let step = max(1, height)
    switch motion {
    case .up: selected -= count
    case .down: selected += count
    case .pageUp: selected -= step * count
    case .pageDown: selected += step * count
    case .halfUp: selected -= max(1, step / 2) * count
    case .halfDown: selected += max(1, step / 2) * count
    case .first: selected = 0
    case .last: selected = total - 1
    case .left, .right: break
    }
    settle(total: total, height: height)
  }

  /// Keeps the selection in the list and in sight.
  package mutating func settle(total: Int, height: Int) {
    selected = max(0, min(selected, total - 1))
    guard height > 0 else {
      top = selected
      return
    }
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = max(0, min(top, max(0, total - height)))
  }

  /// Selects the next line that `fits`, or the one before, round the ends and this one last; false
  /// where none does.
  package mutating func seek(
    isForward: Bool = true, total: Int, where fits: (Int) -> Bool
  ) -> Bool {
    for step in 0..<total {
      let place = (selected + (isForward ? step + 1 : total - step - 1)) % total
      guard fits(place) else { continue }
      selected = place
      return true
    }
    return false
  }

  /// The first line that would be shown in `height` lines, without changing anything.
  package func firstShown(total: Int, height: Int) -> Int {
    var copy = self
    copy.settle(total: total, height: height)
    return copy.top
  }
}
