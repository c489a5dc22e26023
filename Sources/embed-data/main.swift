import Foundation

// Writes the files of data/ as Swift source. Arguments: the output file, then the data directory.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: embed-data OUTPUT DATA-DIRECTORY\n".utf8))
  exit(64)
}
do {
  let files = try EmbeddedFile.all(under: URL(fileURLWithPath: arguments[2], isDirectory: true))
  let source = EmbeddedFile.swiftSource(of: files)
  try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[1]), options: .atomic)
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(1)
}
