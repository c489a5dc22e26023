/// From a record to those that refer to it by one field: linked lists through the rows, the newest
/// first.
package struct ReverseIndex: Sendable {
  private var heads: [Int32] = []
  private var nexts: [Int32] = []
  private static let end: Int32 = -1

  package init() {}

  /// Links `child` under `parent`, in the order of the rows: whether it came there at once or by a
  /// later change is no difference.
  package mutating func link(child: Int, parent: Int) {
    while heads.count <= parent { heads.append(Self.end) }
    while nexts.count <= child { nexts.append(Self.end) }
    var newer = Self.end
    var place = heads[parent]
    while place > Int32(child) {
      newer = place
      place = nexts[Int(place)]
    }
    nexts[child] = place
    if newer == Self.end {
      heads[parent] = Int32(child)
    } else {
      nexts[Int(newer)] = Int32(child)
    }
  }

  /// An index of `children` rows to `parents` rows, from what they refer to.
  init(_ pieces: [ParentRows], children: Int, parents: Int) {
    guard pieces.contains(where: { !$0.rows.isEmpty }) else { return }
    heads = Array(repeating: Self.end, count: parents)
    nexts = Array(repeating: Self.end, count: children)
    heads.withUnsafeMutableBufferPointer { heads in
      nexts.withUnsafeMutableBufferPointer { nexts in
        for piece in pieces {
          for (place, parent) in piece.rows.enumerated() where parent >= 0 {
            let child = piece.start + place
            nexts[child] = heads[Int(parent)]
            heads[Int(parent)] = Int32(child)
          }
        }
      }
    }
  }

  /// Takes `child` out from under `parent`.
  package mutating func unlink(child: Int, parent: Int) {
    guard parent < heads.count else { return }
    var place = heads[parent]
    if place == child {
      heads[parent] = nexts[child]
    } else {
      while place != Self.end {
        let next = nexts[Int(place)]
        if next == child {
          nexts[Int(place)] = nexts[child]
          break
        }
        place = next
      }
    }
    nexts[child] = Self.end
  }

  /// Calls `body` with each child row of `parent`, the newest first.
  package func forEach(parent: Int, _ body: (Int) -> Void) {
    guard parent < heads.count else { return }
    var place = heads[parent]
    while place != Self.end {
      body(Int(place))
      place = nexts[Int(place)]
    }
  }

  /// Whether a child row of `parent` fits; the newest are looked at first, and none after one that
  /// does.
  package func contains(parent: Int, where fits: (Int) -> Bool) -> Bool {
    guard parent < heads.count else { return false }
    var place = heads[parent]
    while place != Self.end {
      if fits(Int(place)) { return true }
      place = nexts[Int(place)]
    }
    return false
  }

  /// The child rows of `parent`, the oldest first.
  package func rows(parent: Int) -> [Int] {
    var result: [Int] = []
    forEach(parent: parent) { result.append($0) }
    result.reverse()
    return result
  }
}
