import Foundation
import Testing

@testable import ConcordModel

@Suite("Embedded data")
struct EmbeddedDataTests {
  @Test("What is embedded is data/, file by file, byte by byte")
  func sameAsOnDisk() throws {
    let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data")
    let root = data.resolvingSymlinksInPath().path(percentEncoded: false)
    var onDisk: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      let url = URL(filePath: root).appending(path: path)
      let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
      if !isFolder && !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
        onDisk[path] = try Data(contentsOf: url)
      }
    }
    #expect(EmbeddedData.files.map(\.path.description) == onDisk.keys.sorted())
    for file in EmbeddedData.files {
      let text = file.text.withUTF8Buffer { Data($0) }
      #expect(text == onDisk[file.path.description], "\(file.path)")
    }
  }
}
