enum ConcordModelPlaceholder {}
