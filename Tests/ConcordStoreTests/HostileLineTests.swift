import ConcordModel
import ConcordStore
import Testing

/// Lines whose hash is right and which are refused nevertheless, each named for its symptom: a journal
/// comes from other machines, and whoever writes it can make hashes.
@Suite struct HostileLineTests {
  struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// A line that is read.
    let good: SealedLine
    /// The same with what is wrong.
    let bad: SealedLine

    init(_ symptom: String, good: SealedLine, bad: SealedLine) {
      testDescription = symptom
      self.good = good
      self.bad = bad
    }
  }

  private static let digest = "25dd9525a2836ece7e165f52aa6aaf36ef0ec2a5f64c61389bd4e6c0373b723b"
  private static let why = #"{"k":"why","v":"x","s":"04c1e9b85a7730f2"}"#

  private static func set(_ line: String) -> SealedLine {
    SealedLine(
      #"{"k":"set","r":"F-4KX9M2QT0ABC","f":"status","v":"open",\#(line),"s":"9f2c61d07be4a815"}"#)
  }

  private static func header(_ more: String) -> SealedLine {
    SealedLine(header: SealedLine.header + more, why)
  }

  private static func time(_ time: String) -> SealedLine {
    let parts = SealedLine.header.split(separator: "1795219351123", maxSplits: 1)
    return SealedLine(header: parts[0] + time + parts[1], why)
  }

  private static let hostile: [Hostile] = [
    Hostile(
      "space before an operation was hashed with it", good: SealedLine(why),
      bad: SealedLine("\r\r" + why)),
    Hostile(
      "a replaced operation took the bracket that closes all operations",
      good: SealedLine("[\"\(digest)\",\(why)]"), bad: SealedLine("[\"\(digest)\",\(why)")),
    Hostile(
      "a line's name was closed before its number", good: set(#""of":["3ZB1",40]"#),
      bad: set(#""of":["3ZB1"] 40]"#)),
    Hostile(
      "a line's name was closed at once", good: set(#""of":["3ZB1",40]"#),
      bad: set(#""of":[] "3ZB1",40]"#)),
    Hostile(
      "the change that is undone was closed before its number",
      good: header(#","undoes":["3ZB1",40]"#), bad: header(#","undoes":["3ZB1"] 40]"#)),
    Hostile(
      "one writer was read up to two lines", good: header(#","seen":{"AAAA":3,"BBBB":4}"#),
      bad: header(#","seen":{"AAAA":3,"AAAA":4}"#)),
    Hostile(
      "the program ended when the origin of a value was asked for: number below 1",
      good: set(#""og":["3ZB1",1]"#), bad: set(#""og":["3ZB1",-1]"#)),
    Hostile(
      "the program ended when the origin of a value was asked for: number of 41 bits",
      good: set(#""og":["3ZB1",1099511627775]"#), bad: set(#""og":["3ZB1",1099511627776]"#)),
    Hostile(
      "a time too long for a stamp took the rank's bit", good: time("4611686018427387903"),
      bad: time("4611686018427387904")),
    Hostile(
      "a wall clock too far from now for any day", good: header(",\"more\":true"),
      bad: SealedLine(
        header: SealedLine.header.replacing(
          ",\"by\"", with: ",\"at\":9223372036854775807,\"by\""), why)),
  ]

  @Test("is refused, and what is right beside it is read", arguments: hostile)
  func refused(_ hostile: Hostile) throws {
    #expect(throws: Never.self) { try hostile.good.read() }
    let error = try #require(throws: LineReadingError.self) { try hostile.bad.read() }
    // Damage of its form, not of its hash: that one is right.
    guard case .layout = error.fault else {
      Issue.record("\(error.fault)")
      return
    }
  }

  /// A line, and the operation in it that stands for a redacted one: only the line that redacted it
  /// knows its hash.
  private static let whole: [(line: SealedLine, replacement: String)] = {
    let delete = #"{"k":"del","r":"T-4KX9M2QT0ABC","s":"9f2c61d07be4a815"}"#
    return [
      (SealedLine(why), ""), (SealedLine("\"\(digest)\"", why), ""),
      (SealedLine("[\"\(digest)\",\(why)]"), why),
      (
        SealedLine(
          #"{"k":"new","r":"P-4KX9M2QT0ABC","v":{"name":"é","tags":["a","b"],"x":[{}]},"#
            + #""d":true,"s":"9f2c61d07be4a815"}"#, "[\"\(digest)\",\(delete)]"), delete
      ),
      (
        SealedLine(
          header: SealedLine.header + #","seen":{"AAAA":3},"undoes":["3ZB1",40],"more":true"#,
          #"{"k":"take","r":"P-4KX9M2QT0ABC","f":"tags","e":"a","of":["3ZB1",40],"#
            + #""s":"9f2c61d07be4a815"}"#), ""
      ),
      (SealedLine(), ""),
    ]
  }()

  @Test("A byte lost, doubled or changed anywhere in a line is noticed", arguments: whole.indices)
  func everyByte(_ place: Int) throws {
    let (line, replacement) = Self.whole[place]
    let bytes = line.bytes
    #expect(throws: Never.self) { try line.read() }
    let free = bytes.firstRange(of: Array(replacement.utf8)) ?? 0..<0
    #expect(free.count == replacement.utf8.count)
    for index in bytes.indices where !free.contains(index) {
      var (lost, doubled, changed) = (bytes, bytes, bytes)
      lost.remove(at: index)
      doubled.insert(bytes[index], at: index)
      changed[index] ^= 1 << UInt8(index % 8)
      for (damaged, what) in [(lost, "lost"), (doubled, "doubled"), (changed, "changed")] {
        #expect(throws: LineReadingError.self, "byte \(index) \(what)") {
          try SealedLine.read(damaged)
        }
      }
    }
  }
}
