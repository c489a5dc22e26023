import Foundation

// Writes the files of data/ as Swift source. Arguments: output file, then the data directory.
let output = CommandLine.arguments[1]
try Data("enum EmbeddedData {}\n".utf8).write(to: URL(fileURLWithPath: output))
