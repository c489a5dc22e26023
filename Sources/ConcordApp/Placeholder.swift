enum ConcordAppPlaceholder {}
