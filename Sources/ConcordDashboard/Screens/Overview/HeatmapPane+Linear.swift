import ConcordModel

extension HeatmapPane {
  /// The map in words: what the selected cell holds, then a line for each likelihood.
  func linearLines(_ scene: Scene, isFocused: Bool) -> [LinearLine] {
    let counts = scene.workspace.heatmap(scene.risk)
    func words(_ count: Int) -> String { Counted.words(count, "live flag") }
    var lines: [LinearLine] = []
    if isFocused {
      let count = counts.count(likelihood: likelihood, impact: impact)
      lines.append(
        LinearLine("\(self.words(scene.workspace)): \(words(count))", isSelected: true))
    }
    for likely in (1...5).reversed() {
      let cells = (1...5).compactMap { hard -> String? in
        let count = counts.count(likelihood: likely, impact: hard)
        guard count > 0, let level = Level(rawValue: hard - 1) else { return nil }
        return "\(count) of impact \(level.words)"
      }
      let level = Level(rawValue: likely - 1)?.words ?? ""
      lines.append(
        LinearLine(
          "likelihood \(level): " + (cells.isEmpty ? "none" : cells.joined(separator: ", "))))
    }
    return lines
  }
}
