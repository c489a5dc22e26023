import ConcordModel

extension OverviewScreen {
  package func linear(_ panes: [LinearPane], _ scene: Scene) -> [LinearPane] {
    panes.enumerated().map { place, pane in
      guard place == Pane.heatmap.rawValue, panes.count == Pane.allCases.count else { return pane }
      var pane = pane
      pane.lines = heatmap.linearLines(scene, list.allRows, isFocused: focus == .heatmap)
      return pane
    }
  }
}
