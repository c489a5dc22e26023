/// From a record to those that refer to it by a set, in which each may name several: linked lists of
/// pairs, the newest child first.
package struct SetReverseIndex: Sendable {
  private var heads: [Int32] = []
  private var children: [Int32] = []
  private var nexts: [Int32] = []
  /// The first of the pairs that are no longer in use.
  private var free = SetReverseIndex.end
  private static let end: Int32 = -1

  package init() {}

  /// An index to `parents` rows, from what the children refer to.
  init(_ pieces: [ParentRows], parents: Int) {
    let count = pieces.reduce(0) { $0 + $1.rows.count }
    guard count > 0 else { return }
    heads = Array(repeating: Self.end, count: parents)
    children.reserveCapacity(count)
    nexts.reserveCapacity(count)
    for piece in pieces {
      for (child, parent) in zip(piece.children, piece.rows) {
        let place = Int32(children.count)
        children.append(child)
        nexts.append(heads[Int(parent)])
        heads[Int(parent)] = place
      }
    }
  }

  /// Links `child`, which is not yet there, under `parent`, in the order of the rows.
  package mutating func link(child: Int, parent: Int) {
    while heads.count <= parent { heads.append(Self.end) }
    var newer = Self.end
    var place = heads[parent]
    while place != Self.end, children[Int(place)] > Int32(child) {
      newer = place
      place = nexts[Int(place)]
    }
    let pair = pair(child, next: place)
    if newer == Self.end {
      heads[parent] = pair
    } else {
      nexts[Int(newer)] = pair
    }
  }

  private mutating func pair(_ child: Int, next: Int32) -> Int32 {
    guard free != Self.end else {
      children.append(Int32(child))
      nexts.append(next)
      return Int32(children.count - 1)
    }
    let pair = free
    free = nexts[Int(pair)]
    children[Int(pair)] = Int32(child)
    nexts[Int(pair)] = next
    return pair
  }

  /// Takes `child` out from under `parent`.
  package mutating func unlink(child: Int, parent: Int) {
    guard parent < heads.count else { return }
    var newer = Self.end
    var place = heads[parent]
    while place != Self.end, children[Int(place)] != Int32(child) {
      newer = place
      place = nexts[Int(place)]
    }
    guard place != Self.end else { return }
    if newer == Self.end {
      heads[parent] = nexts[Int(place)]
    } else {
      nexts[Int(newer)] = nexts[Int(place)]
    }
    nexts[Int(place)] = free
    free = place
  }

  /// Calls `body` with each child row of `parent`, the newest first.
  package func forEach(parent: Int, _ body: (Int) -> Void) {
    guard parent < heads.count else { return }
    var place = heads[parent]
    while place != Self.end {
      body(Int(children[Int(place)]))
      place = nexts[Int(place)]
    }
  }

  /// The child rows of `parent`, the oldest first.
  package func rows(parent: Int) -> [Int] {
    var result: [Int] = []
    forEach(parent: parent) { result.append($0) }
    result.reverse()
    return result
  }
}
