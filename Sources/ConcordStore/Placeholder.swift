enum ConcordStorePlaceholder {}
