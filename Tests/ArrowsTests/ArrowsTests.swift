import Foundation
import Testing

/// SwiftPM builds an undeclared import whenever the other module happens to exist; this reads every
/// `import` under Sources and holds it to the table of arrows.
@Suite struct ArrowsTests {
  /// What each module may import. Of ours, arrows point down only.
  private static let table: [String: Set<String>] = [
    "ConcordJSON": [],
    "ConcordCanvas": [],
    "ConcordModel": ["ConcordJSON", "Crypto", "Synchronization"],
    "ConcordScreening": ["ConcordModel"],
    "ConcordInterchange": ["ConcordModel", "ConcordJSON", "Glibc"],
    "ConcordStore": [
      "ConcordModel", "ConcordJSON", "CPlatform", "Crypto", "Glibc", "Synchronization",
    ],
    "ConcordDashboard": ["ConcordModel", "ConcordCanvas", "ConcordScreening"],
    "ConcordTerminal": ["ConcordCanvas", "CNcurses", "CPlatform", "Glibc"],
    "ConcordApp": [
      "ConcordTerminal", "ConcordStore", "ConcordInterchange", "ConcordDashboard",
      "ConcordCanvas", "ConcordModel", "ConcordJSON", "CPlatform", "Glibc", "Synchronization",
    ],
    "concord": ["ConcordApp", "ConcordModel", "ArgumentParser"],
    "embed-data": ["Foundation"],
    "EmbedData": ["PackagePlugin", "Foundation"],
    "CNcurses": [], "CPlatform": [],
  ]

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func swiftFiles(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  private static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(whereSeparator: { $0 == " " })
      guard let place = words.firstIndex(of: "import"), place <= 2,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "package" || $0 == "public" })
      else { return nil }
      // `import struct Module.Name` names the module before the dot.
      let name = words.dropFirst(place + 1).last ?? ""
      return String(name.split(separator: ".").first ?? "")
    }
  }

  @Test("every import follows an arrow of the table")
  func arrowsPointDown() throws {
    let sources = Self.root.appendingPathComponent("Sources")
    let modules = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    #expect(modules.count > 8)
    for module in modules {
      let allowed = try #require(Self.table[module], "\(module) is not in the table of arrows")
      for file in Self.swiftFiles(in: sources.appendingPathComponent(module)) {
        for name in try Self.imports(of: file) {
          #expect(allowed.contains(name), "\(module)/\(file.lastPathComponent) imports \(name)")
        }
      }
    }
  }

  @Test("the table itself has no circle")
  func tableHasNoCircle() {
    func reaches(_ from: String, _ to: String, _ seen: Set<String>) -> Bool {
      (Self.table[from] ?? []).contains { next in
        next == to || (!seen.contains(next) && reaches(next, to, seen.union([next])))
      }
    }
    for module in Self.table.keys { #expect(!reaches(module, module, [module]), "\(module)") }
  }

  @Test("on top level stands what was agreed, and nothing else")
  func topLevel() throws {
    let agreed: Set = [
      "Package.swift", "Sources", "Tests", "data", "README.md", "Package.resolved",
    ]
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
    where !name.hasPrefix(".") {
      #expect(agreed.contains(name), "\(name)")
    }
  }
}
