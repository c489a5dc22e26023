/// Where a flag stands on the heatmap, in all forms and views of it, in four bytes: those of half a
/// million flags can be looked through in less time than a key has.
package struct FlagCells: Hashable, Sendable {
  // From the lowest bit: the cells of the residual, inherent and target rating (five bits each,
  // counted from 1), live, rated by a person, the category (three bits) and the kind of the partner
  // (twelve bits), both counted from 1.
  private var bits: UInt32

  /// Nowhere: a flag that is gone or lacks ratings.
  package static let none = FlagCells(bits: 0)

  private init(bits: UInt32) { self.bits = bits }

  /// - Parameters:
  ///   - category: the place among the risk categories, from 1; 0 for one that there is not.
  package init(_ figure: FlagFigure, category: Int) {
    bits = UInt32(figure.residual.cell + 1)
    bits |= UInt32(figure.inherent.cell + 1) << Self.shift(.inherent)
    if let target = figure.target { bits |= UInt32(target.cell + 1) << Self.shift(.target) }
    if figure.isLive { bits |= Self.live }
    if figure.isRatedByPerson { bits |= Self.byPerson }
    bits |= UInt32(category & 7) << Self.categoryShift
  }

  private static let ratingMask: UInt32 = 31
  private static let live: UInt32 = 1 << 15
  private static let byPerson: UInt32 = 1 << 16
  private static let categoryShift: UInt32 = 17
  private static let kindShift: UInt32 = 20
  /// More kinds than the longest catalogue has room for.
  private static let kindMask: UInt32 = 4095

  private static func shift(_ view: RiskView) -> UInt32 {
    switch view {
    case .residual: 0
    case .inherent: 5
    case .target: 10
    }
  }

  /// Whether the flag has ratings at all.
  package var isThere: Bool { bits & Self.ratingMask != 0 }

  /// Whether it counts.
  package var isLive: Bool { bits & Self.live != 0 }

  /// Whether a person has rated it.
  package var isRatedByPerson: Bool { bits & Self.byPerson != 0 }

  /// The place of its category among the risk categories, from 1; 0 for one that there is not.
  package var category: Int { Int(bits >> Self.categoryShift & 7) }

  /// The place of its partner's kind in the catalogue, from 1; 0 for none that is in it.
  package var kind: Int {
    get { Int(bits >> Self.kindShift) }
    set {
      bits = bits & ~(Self.kindMask << Self.kindShift)
      bits |= (UInt32(truncatingIfNeeded: newValue) & Self.kindMask) << Self.kindShift
    }
  }

  /// The cell of a view's rating, 0 to 24; nil for a target that nobody set.
  @inline(__always)
  package func rating(_ view: RiskView) -> Int? {
    let cell = Int(bits >> Self.shift(view) & Self.ratingMask)
    return cell == 0 ? nil : cell - 1
  }
}

extension FlagCells {
  /// What the flags of a cell of the heatmap have in common.
  package struct Pattern: Hashable, Sendable {
    private let mask: UInt32
    private let wanted: UInt32
    /// Whether a target must have been set.
    private let needsTarget: Bool

    /// Live flags of a rating.
    package init(_ rating: Rating, _ view: RiskView) {
      mask = FlagCells.live | FlagCells.ratingMask << FlagCells.shift(view)
      wanted = FlagCells.live | UInt32(rating.cell + 1) << FlagCells.shift(view)
      needsTarget = false
    }

    /// Live flags of a category, and of a kind of partner where one is given; both by their places
    /// from 1.
    package init(category: Int, kind: Int?, _ view: RiskView) {
      var mask = FlagCells.live | 7 << FlagCells.categoryShift
      var wanted = FlagCells.live | UInt32(category & 7) << FlagCells.categoryShift
      if let kind {
        mask |= FlagCells.kindMask << FlagCells.kindShift
        wanted |=
          (UInt32(truncatingIfNeeded: kind) & FlagCells.kindMask) << FlagCells.kindShift
      }
      (self.mask, self.wanted) = (mask, wanted)
      needsTarget = view == .target
    }

    /// Whether a flag is one of them.
    @inline(__always)
    package func fits(_ cells: FlagCells) -> Bool {
      cells.bits & mask == wanted && (!needsTarget || cells.rating(.target) != nil)
    }
  }
}
