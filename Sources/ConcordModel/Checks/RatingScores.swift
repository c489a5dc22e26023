/// The scores of all ratings, by cell: half a million flags are asked.
struct RatingScores {
  private let scores: [Double]

  init(_ policy: Policy) { scores = Rating.all.map { policy.score($0) } }

  subscript(rating: Rating) -> Double { scores[rating.cell] }
}

extension RowCells {
  /// The rating of two cells; nil where one is empty.
  @inline(__always)
  func rating(_ likelihood: Int, _ impact: Int) -> Rating? {
    Rating(likelihood: Int(self[likelihood]), impact: Int(self[impact]))
  }
}
