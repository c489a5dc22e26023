enum ConcordJSONPlaceholder {}
