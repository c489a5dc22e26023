import ConcordModel

extension TriageScreen {
  package func linear(_ panes: [LinearPane], _ scene: Scene) -> [LinearPane] {
    panes.map { pane in
      var pane = pane
      if pane.isFocused {
        pane.lines = Self.paired(pane.lines)
      } else if let figure = selectedRow.flatMap({ scene.workspace.flagFigure(row: $0) }) {
        pane.lines = Self.withRatings(pane.lines, figure, scene)
      }
      return pane
    }
  }

  /// A flag's two lines as one.
  private static func paired(_ lines: [LinearLine]) -> [LinearLine] {
    guard lines.filter(\.isSelected).count == 2, lines.count.isMultiple(of: 2) else { return lines }
    return stride(from: 0, to: lines.count, by: 2).map { place in
      LinearLine(
        lines[place].text + "; " + lines[place + 1].text, isSelected: lines[place].isSelected)
    }
  }

  /// The ratings in words, in place of the matrix that shows them.
  private static func withRatings(
    _ lines: [LinearLine], _ figure: FlagFigure, _ scene: Scene
  ) -> [LinearLine] {
    guard let first = lines.firstIndex(where: { $0.text.hasPrefix("likelihood") }),
      let last = lines[first...].firstIndex(where: { $0.text.hasSuffix("impact") })
    else { return lines }
    let ratings = RiskView.allCases.map { view in
      guard let rating = figure.rating(view) else {
        return LinearLine("\(view.rawValue): not set")
      }
      let likely = Level(rawValue: rating.likelihood - 1)?.words ?? ""
      let hard = Level(rawValue: rating.impact - 1)?.words ?? ""
      return LinearLine(
        "\(view.rawValue): \(scene.workspace.policy.level(rating).words), "
          + "likelihood \(likely), impact \(hard)")
    }
    return lines[..<first] + ratings + lines[(last + 1)...]
  }
}
