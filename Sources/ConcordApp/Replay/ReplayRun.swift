import ConcordCanvas
import ConcordJSON
import ConcordModel
import ConcordStore
import Glibc

/// Types the keys, in the process that is there for it.
public struct ReplayRun {
  private let replay: Replay
  private let copy: PrivateCopy

  /// - Parameter directory: what holds the copy of the store.
  public init(_ replay: Replay, on directory: String) {
    self.replay = replay
    copy = PrivateCopy(existing: directory)
  }

  /// Types them and writes the last screen.
  public func write() throws(CommandLineFailure) {
    let chosen = try replay.read()
    let header = chosen.header
    let session = try copy.session(try settings(header))
    try check(header, session)
    var options = DashboardProgram.Options()
    options.screen = header.screen
    options.filter = header.filter
    options.isASCII = header.isASCII
    let own = UserSettings(header.settings)
    var rehearsal = Rehearsal(
      session, options.with(own), own, size: header.size, mayWrite: true,
      keepsake: header.kept.flatMap { KeepsakeDocument($0.bytes)?.keepsake })
    var output = StandardOutput.output
    let mark = KeyNumber(ReplayProcess.numberFile(copy))
    var before = 0
    let count = min(replay.until ?? Int.max, chosen.events.count)
    for (place, (time, event)) in chosen.events.prefix(max(0, count)).enumerated() {
      if let speed = replay.speed, speed > 0 {
        // Nobody has typed a pause of minutes to see it again.
        let wait = min(Double(max(0, time - before)) / speed, Self.longestWait)
        usleep(UInt32(wait * 1000))
      }
      before = time
      mark.put(place + 1)
      rehearsal.take(event, isASCII: header.isASCII)
      guard replay.showsScreens else { continue }
      try output.line("key \(place + 1) of \(chosen.events.count): \(ReplayWords.words(event))")
      for line in rehearsal.canvas.textLines() { try output.line(line) }
      try output.flush()
    }
    let lines = rehearsal.canvas.textLines()
    if !replay.showsScreens { for line in lines { try output.line(line) } }
    try output.flush()
    if let expected = replay.expected { try compare(lines, expected, count) }
  }

  /// The longest pause between two keys, in milliseconds.
  private static let longestWait = 5000.0

  private func settings(_ header: KeyLogHeader) throws(CommandLineFailure) -> Settings {
    do {
      var settings = try Settings([
        "CONCORD_STORE": copy.store, "CONCORD_AUTHOR": header.author,
        "CONCORD_NOW": header.now.iso, "CONCORD_SEED": String(header.seed ?? 1),
      ])
      settings.isReadOnly = header.isReadOnly
      settings.asOf = header.asOf
      return settings
    } catch {
      throw CommandLineFailure(.failed, "the key log's header: \(error.sentence)")
    }
  }

  /// Whether the copy came to the state that the keys were typed in.
  private func check(_ header: KeyLogHeader, _ session: Session) throws(CommandLineFailure) {
    guard header.asOf == nil else { return }
    let marks = session.store.marks
    for mark in header.marks where !marks.contains(mark) {
      throw CommandLineFailure(
        .failed,
        "the store has no longer the line \(mark.number) of \(Text.visible(mark.writer)) that it had "
          + "when the keys were typed (redacted since, or another copy), so they cannot be typed again"
      )
    }
  }

  private func compare(
    _ lines: [String], _ path: String, _ count: Int
  ) throws(CommandLineFailure) {
    let bytes = try WholeFile.read(path, what: "expected screen")
    let expected = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The file ends in a line's end.
    let wanted = expected.last == "" ? Array(expected.dropLast()) : expected
    guard wanted != lines else { return }
    let place = zip(wanted, lines).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    throw CommandLineFailure(
      .failed,
      "after key \(count) the screen is not that of \(Text.visible(path)): line "
        + "\((place ?? min(wanted.count, lines.count)) + 1) is another")
  }
}

extension JSONValue {
  /// The value as it is written.
  fileprivate var bytes: [UInt8] {
    var json = JSONWriter()
    json.value(self)
    return json.bytes
  }
}
