enum ConcordCanvasPlaceholder {}
