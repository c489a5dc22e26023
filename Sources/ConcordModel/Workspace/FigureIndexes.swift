/// The figures of flags and partners by row, and the counts of the heatmap.
package struct FigureIndexes: Sendable {
  package var flags: [FlagFigure?] = []
  /// Where each flag was counted: what is taken off again when it changes.
  package var cells: [FlagCells] = []
  package var partners: [PartnerFigure] = []
  package var inherent = HeatmapCounts()
  package var residual = HeatmapCounts()
  package var target = HeatmapCounts()
  package var kinds: KindCounts

  /// - Parameter kinds: kinds of partner that the catalogue has.
  package init(kinds: Int = 0) { self.kinds = KindCounts(kinds: kinds) }

  /// Counts a flag's figure in (+1) or out (−1) of the heatmaps.
  package mutating func count(_ figure: FlagFigure?, _ change: Int) {
    guard let figure, figure.isLive else { return }
    inherent.add(figure.inherent, change)
    residual.add(figure.residual, change)
    if let wanted = figure.target { target.add(wanted, change) }
  }

  /// Adds the counts of other flags.
  package mutating func add(_ piece: FigureIndexes) {
    inherent.add(piece.inherent)
    residual.add(piece.residual)
    target.add(piece.target)
    kinds.add(piece.kinds)
  }
}
