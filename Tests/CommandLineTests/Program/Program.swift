import Foundation
import Testing

/// The built program with a store, a home and a clock of its own.
final class Program {
  /// What a run came to.
  struct Outcome {
    let status: Int32
    let output: String
    let words: String

    var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }
  }

  let directory: URL
  var environment: [String: String]

  /// - Parameter now: the frozen clock.
  init(now: String = "2026-11-21T15:00:00Z", seed: String? = "7", author: String = "a.tester")
    throws
  {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "concord-tests-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    environment = [
      "HOME": directory.path(percentEncoded: false), "CONCORD_NOW": now,
      "CONCORD_AUTHOR": author, "SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin",
      "CONCORD_STORE": directory.appending(path: "store").path(percentEncoded: false),
    ]
    environment["CONCORD_SEED"] = seed
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  func path(_ name: String) -> String {
    directory.appending(path: name).path(percentEncoded: false)
  }

  /// The program beside the test bundle.
  static func binary() throws -> URL {
    var bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    // Swift Testing runs in a helper that has loaded the bundle.
    let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
    bundles += maps.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "/").map { String(line[$0...]) }
    }.filter { $0.hasSuffix(".xctest") }
    for bundle in bundles {
      let binary = URL(fileURLWithPath: bundle).deletingLastPathComponent()
        .appending(path: "concord")
      if FileManager.default.isExecutableFile(atPath: binary.path(percentEncoded: false)) {
        return binary
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// Runs `concord` with arguments.
  @discardableResult
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(Self.binary(), arguments, input: input)
  }

  /// Runs a line of the shell in which `$C` is the program.
  @discardableResult
  func shell(_ line: String) throws -> Outcome {
    environment["C"] = try Self.binary().path(percentEncoded: false)
    return try run(URL(fileURLWithPath: "/bin/bash"), ["-c", line], input: "")
  }

  func run(_ executable: URL, _ arguments: [String], input: String) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = directory
    // Files, not pipes: nobody has to read while it runs.
    let name = UUID().uuidString
    let urls = ["in", "out", "err"].map { directory.appending(path: "\(name).\($0)") }
    try Data(input.utf8).write(to: urls[0])
    for url in urls.dropFirst() { try Data().write(to: url) }
    process.standardInput = try FileHandle(forReadingFrom: urls[0])
    process.standardOutput = try FileHandle(forWritingTo: urls[1])
    process.standardError = try FileHandle(forWritingTo: urls[2])
    try process.run()
    process.waitUntilExit()
    let texts = try urls.dropFirst().map {
      String(decoding: try Data(contentsOf: $0), as: UTF8.self)
    }
    for url in urls { try FileManager.default.removeItem(at: url) }
    let status = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
      output: texts[0], words: texts[1])
  }

  /// A new store with an office.
  func office() throws {
    let made = try run("init", path("store"), "--office", "Test Office", "--zone", "UTC")
    try #require(made.status == 0, "\(made.words)")
  }

  /// An object of JSON.
  static func json(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }
}

extension String {
  /// Whether it holds something that a terminal would obey.
  var holdsControls: Bool {
    unicodeScalars.contains { scalar in
      (scalar.value < 0x20 && scalar != "\n" && scalar != "\r" && scalar != "\t")
        || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
  }
}
