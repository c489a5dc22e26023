import FoundationEssentials
import Glibc
import Testing

@testable import ConcordInterchange

@Suite("Files")
struct SourceFileTests {
  /// A folder of the test's own, gone after it.
  final class Folder {
    let path: String
    init() throws {
      let url = FileManager.default.temporaryDirectory
        .appending(path: "concord-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      path = url.path()
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  static func failure(_ path: String, limit: Int = SourceFile.limit) -> ImportFailure? {
    do {
      _ = try SourceFile.read(path: path, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test("A file is read whole")
  func reading() throws {
    let folder = try Folder()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let path = folder.path + "/data.csv"
    try Data(bytes).write(to: URL(filePath: path))
    let file = try SourceFile.read(path: path)
    #expect(file.name == path)
    #expect(file.bytes == bytes)
  }

  @Test("A directory, a missing file and a device are refused in a sentence")
  func notFiles() throws {
    let folder = try Folder()
    #expect(Self.failure(folder.path)?.reason == .directory)
    #expect(
      Self.failure(folder.path)?.description
        == "\(folder.path): this is a directory; name a file in it.")
    #expect(Self.failure(folder.path + "/none.csv")?.reason == .notFound)
    #expect(Self.failure("/dev/zero")?.reason == .notAFile)
  }

  @Test(
    "A file without permission is refused", .enabled(if: geteuid() != 0, "root reads all files"))
  func noPermission() throws {
    let folder = try Folder()
    let path = folder.path + "/secret.csv"
    try Data("name\nA\n".utf8).write(to: URL(filePath: path))
    #expect(chmod(path, 0) == 0)
    #expect(Self.failure(path)?.reason == .permissionDenied)
  }

  @Test(
    "The numbers of the system have their sentences",
    arguments: [
      (EACCES, "f.csv: you may not read this file."), (EPERM, "f.csv: you may not read this file."),
      (ENOENT, "f.csv: there is no such file."),
      (EIO, "f.csv: the file could not be read (Input/output error)."),
    ])
  func numbers(code: Int32, sentence: String) {
    #expect(SourceFile.failure(code, file: "f.csv").description == sentence)
  }

  @Test("A file over the limit is refused before it is read")
  func tooLarge() throws {
    let folder = try Folder()
    let path = folder.path + "/large.csv"
    try Data(repeating: 65, count: 4_096).write(to: URL(filePath: path))
    #expect(Self.failure(path, limit: 4_095)?.reason == .tooLarge(limit: 4_095))
    #expect(Self.failure(path, limit: 4_096) == nil)
  }

  @Test("A named pipe that nobody writes to is empty, and does not wait")
  func silentPipe() throws {
    let folder = try Folder()
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(try SourceFile.read(path: path).bytes.isEmpty)
  }

  @Test("A pipe is read to its end, and no further than the limit")
  func pipe() throws {
    var ends: [Int32] = [0, 0]
    try #require(Glibc.pipe(&ends) == 0)
    let bytes = Array("name\nA\n".utf8)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    #expect(try SourceFile.read(descriptor: ends[0], name: "-").bytes == bytes)
  }
}
