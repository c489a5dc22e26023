/// How the score of one rating comes about, as data.
public struct ScorePlacement: Hashable, Sendable {
  /// The cell.
  public let rating: Rating
  /// The level that the matrix gives it.
  public let level: Level
  /// The scores of that level.
  public let band: ClosedRange<Int>
  /// The distinct products of that level's cells, upwards.
  public let products: [Int]
  /// The place of this rating's product among them, from 1.
  public let place: Int

  /// low + (top − low)(k − 1)/n, exact.
  public var score: Double {
    let low = Double(band.lowerBound)
    let width = Double(band.upperBound - band.lowerBound)
    return low + width * Double(place - 1) / Double(max(products.count, 1))
  }

  /// The arithmetic in words, one step a sentence.
  public var sentences: [String] {
    let low = band.lowerBound
    let top = band.upperBound
    let all = products.map(String.init).joined(separator: ", ")
    return [
      "likelihood \(rating.likelihood), impact \(rating.impact): the matrix says \(level.words)",
      "\(rating.likelihood) x \(rating.impact) = \(rating.product), "
        + "place \(place) of \(products.count) among the products of \(level.words) (\(all))",
      "\(low) + (\(top) - \(low)) x (\(place) - 1)/\(products.count) = \(Score.text(score))",
    ]
  }
}
