enum ConcordTerminalPlaceholder {}
