import ConcordApp
import ConcordCanvas
import ConcordJSON
import ConcordModel
import ConcordStore
import Foundation
import Testing

/// A key log's lines: what is written is read again, and what is not understood is told.
@Suite struct KeyLogTests {
  private func header() -> KeyLogHeader {
    var header = KeyLogHeader(
      size: Size(width: 80, height: 24), now: Instant(milliseconds: 1_795_000_000_000), seed: 7,
      author: "a.tester", store: "0123456789AB",
      marks: [JournalMark(writer: "A1B2", number: 12, hash: "ab", segment: 2, offset: 345)],
      settings: ["theme": "light"])
    header.filter = "kind:police \"x\u{1B}\""
    header.screen = "triage"
    header.isASCII = true
    header.writer = "A1B2"
    return header
  }

  private func log(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }

  @Test("a header is read as it was written")
  func headers() throws {
    let file = KeyLogFile(log([header().line]))
    #expect(file.problems.isEmpty)
    #expect(file.sessions.first?.header == header())
  }

  @Test("whatever the decoder makes of random bytes is read as it was written")
  func everyKey() throws {
    var random = SystemRandomNumberGenerator()
    let parts: [[UInt8]] = [
      [0x1B], Array("\u{1B}[".utf8), Array("\u{1B}O".utf8), Array("\u{1B}[<0;3;4M".utf8),
      Array("\u{1B}[200~p\n\"\\é\u{1B}[201~".utf8), Array("\u{1B}[I".utf8), Array("1;5A".utf8),
      Array("é漢👩‍🔬".utf8), [0], [0x1F], [0x7F], Array("\u{1B}[<65;10;2m".utf8),
      Array("\u{1B}[27;5;64~".utf8), Array("\u{1B}[97;6u".utf8),
    ]
    var keys: Set<Key> = []
    var decoder = KeyDecoder()
    for _ in 0..<20_000 {
      let bytes =
        Bool.random(using: &random)
        ? parts.randomElement(using: &random) ?? []
        : [UInt8.random(in: 0...255, using: &random)]
      keys.formUnion(decoder.feed(bytes))
      if Int.random(in: 0..<5, using: &random) == 0 { keys.formUnion(decoder.timeout()) }
    }
    #expect(keys.count > 200)
    for key in keys {
      let line = KeyLogEvent.key(key).line(at: 17)
      let found = KeyLogEvent.read(try JSONValue.parse(line))
      #expect(
        found?.event == .key(key) && found?.milliseconds == 17,
        "\(key): \(String(decoding: line, as: UTF8.self))")
    }
  }

  @Test("a cut last line, garbage and a newer version's session are told, and the rest is read")
  func damage() {
    var bytes = log([
      header().line, KeyLogEvent.key(.character("j")).line(at: 5), Array("garbage".utf8),
      KeyLogEvent.size(Size(width: 40, height: 10)).line(at: 9),
      Array("{\"keylog\":2,\"size\":[80,24]}".utf8), KeyLogEvent.key(.enter).line(at: 1),
      header().line, KeyLogEvent.key(.character("x")).line(at: 2),
    ])
    bytes += Array("{\"t\":3,\"ke".utf8)
    let file = KeyLogFile(bytes)
    #expect(file.sessions.count == 2)
    #expect(file.sessions.first?.events.count == 2)
    #expect(file.sessions.last?.events.count == 1)
    #expect(file.problems.count == 3, "\(file.problems)")
    #expect(file.problems.last?.hasPrefix("line 9, column 11:") == true)
  }
}
