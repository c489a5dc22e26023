enum ConcordInterchangePlaceholder {}
