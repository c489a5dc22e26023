import FoundationEssentials

@testable import ConcordInterchange

/// What tests ask of a table: its rows as text, its refusals, or the failure to open it.
struct Reading {
  var columns: [String] = []
  var lines: [Int] = []
  var rows: [[SourceCell]] = []
  var refusals: [RowRefusal] = []

  init(_ table: SourceTable) {
    columns = table.columns
    for item in table {
      switch item {
      case .row(let row):
        lines.append(row.line)
        rows.append(row.cells)
      case .refused(let refusal): refusals.append(refusal)
      }
    }
  }

  init(_ text: String, _ options: SourceOptions = SourceOptions()) throws(ImportFailure) {
    try self.init(bytes: Array(text.utf8), options)
  }

  init(bytes: [UInt8], _ options: SourceOptions = SourceOptions()) throws(ImportFailure) {
    self.init(try SourceTable.open(SourceFile(name: "t.csv", bytes: bytes), options))
  }

  /// The texts of all cells; absent ones as empty.
  var texts: [[String]] { rows.map { $0.map { $0.texts.joined(separator: "+") } } }

  /// The failure that opening ends in.
  static func failure(
    _ bytes: [UInt8], _ options: SourceOptions = SourceOptions()
  ) -> ImportFailure? {
    do {
      _ = try SourceTable.open(SourceFile(name: "t.csv", bytes: bytes), options)
      return nil
    } catch {
      return error
    }
  }

  static func failure(_ text: String, _ options: SourceOptions = SourceOptions()) -> ImportFailure?
  {
    failure(Array(text.utf8), options)
  }
}

/// The public registers that tests read where they stand; they are no part of the project.
enum Registry {
  static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../../shared/real/registry").standardized

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  static func file(_ name: String) throws(ImportFailure) -> SourceFile {
    try SourceFile.read(path: folder.appending(path: name).path())
  }
}
