/// Sets of numbers that are joined one by one (union-find); a set goes by its lowest number.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  /// The lowest number of a set.
  mutating func first(of number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    var next = number
    while parents[next] != root { (parents[next], next) = (root, parents[next]) }
    return root
  }

  /// Joins the sets of two numbers.
  mutating func join(_ one: Int, _ two: Int) {
    let (low, high) = (first(of: one), first(of: two))
    parents[max(low, high)] = min(low, high)
  }
}
