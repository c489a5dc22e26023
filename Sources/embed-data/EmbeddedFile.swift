import Foundation

/// A file of data/ and how it stands in Swift source.
struct EmbeddedFile {
  /// The path below data/, with `/` between folders.
  let path: String
  /// All of the file's text.
  let text: String

  /// Every file below `directory`, in the order of their paths; hidden ones are left out.
  static func all(under directory: URL) throws -> [EmbeddedFile] {
    let root = directory.standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root)
    var files: [EmbeddedFile] = []
    for path in paths.sorted() where !path.split(separator: "/").contains(where: isHidden) {
      let url = directory.appending(path: path)
      if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
      files.append(EmbeddedFile(path: path, text: try text(of: url, path: path)))
    }
    return files
  }

  private static func isHidden(_ name: Substring) -> Bool { name.hasPrefix(".") }

  /// Refuses what a Swift string literal would change: other encodings and carriage returns.
  private static func text(of url: URL, path: String) throws -> String {
    let data = try Data(contentsOf: url)
    guard let text = String(validating: data, as: UTF8.self) else {
      throw EmbeddingError(path: path, words: "is not UTF-8")
    }
    if data.contains(0x0D) || data.contains(0x00) {
      throw EmbeddingError(path: path, words: "holds a carriage return or a zero byte")
    }
    return text
  }

  /// The source of `EmbeddedData`, which ConcordModel compiles.
  static func swiftSource(of files: [EmbeddedFile]) -> String {
    var source = """
      /// The files of data/ as they were when this was built, in the order of their paths.
      package enum EmbeddedData {
        /// Paths below data/, and all of their text.
        package static let files: [(path: StaticString, text: StaticString)] = [

      """
    for file in files {
      source += "    (path: \(literal(file.path)), text: \(literal(file.text))),\n"
    }
    return source + "  ]\n}\n"
  }

  /// A raw literal over several lines, with as many `#` as the text needs.
  private static func literal(_ text: String) -> String {
    var marks = "#"
    while text.contains("\"\"\"" + marks) || text.contains("\\" + marks) { marks += "#" }
    return "\(marks)\"\"\"\n\(text)\n\"\"\"\(marks)"
  }
}

/// Why a file of data/ cannot be embedded.
struct EmbeddingError: Error, CustomStringConvertible {
  let path: String
  let words: String

  var description: String { "data/\(path) \(words)" }
}
