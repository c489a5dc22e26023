import FoundationEssentials
import Testing

@testable import ConcordJSON

/// Our reader against Foundation's, which it replaces on the hot path.
///
/// More documents by hand with `CONCORD_TEST_DOCUMENTS=100000`; `Tests/Fuzzing/run agreement` compares
/// a million in an optimised build.
@Suite("Agreement with Foundation")
struct FoundationAgreementTests {
  private static let fewest = 3000
  private static var documents: Int {
    let asked = ProcessInfo.processInfo.environment["CONCORD_TEST_DOCUMENTS"].flatMap(Int.init)
    return max(fewest, asked ?? fewest)
  }

  @Test("random documents, every second one damaged: both accept, with equal values, or refuse")
  func randomDocuments() throws {
    var agreement = FoundationAgreement()
    try agreement.compareRandom(0..<Self.documents)
    #expect(agreement.documents == Self.documents)
    #expect(agreement.accepted > Self.documents / 2, "the valid documents, and some damaged ones")
    #expect(agreement.refused > Self.documents / 3)
    for difference in KnownDifference.allCases {
      #expect(agreement.differences[difference, default: 0] > 0, "never met: \(difference)")
    }
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    /// Whether our reader accepts it.
    let isAccepted: Bool
    let differences: Set<KnownDifference>

    var testDescription: String { String(decoding: bytes.prefix(40), as: UTF8.self) }

    init(_ text: String, accepted: Bool = false, _ differences: KnownDifference...) {
      self.init(Array(text.utf8), accepted: accepted, Set(differences))
    }

    init(_ bytes: [UInt8], accepted: Bool = false, _ differences: Set<KnownDifference>) {
      self.bytes = bytes
      isAccepted = accepted
      self.differences = differences
    }
  }

  private static let known: [Example] = [
    Example("\u{FEFF}[1]", .byteOrderMark),
    Example([0xFF, 0xFE, 0x31, 0x00], [.otherEncoding]),
    Example([0x31, 0x00], [.otherEncoding]),
    Example("[1,]", .trailingComma),
    Example("{\"a\":1 , }", .trailingComma),
    Example("\u{FEFF}[{\"a\":[1,],}]", .byteOrderMark, .trailingComma),
    Example("[01]", .numberReadLate),
    Example("[1.,2e,-,1-1]", .numberReadLate),
    Example("{\"a\":1,\"a\":2}", .keyTwice),
    Example(#"{"a":1,"\u0061":2}"#, .keyTwice),
    // What stands behind the second key is not looked at.
    Example(#"{"a":1,"a":"\x"}"#, .keyTwice),
    Example("{\"\u{E9}\":1,\"e\u{301}\":2}", accepted: true, .equivalentKeys),
    Example(String(repeating: "[", count: 65) + String(repeating: "]", count: 65), .depth),
    Example("[1e999,-1e999]", accepted: true, .range),
    Example("[1e-999]", accepted: true, .range, .wholeFraction),
    Example("[1.0,1e3,-0.0]", accepted: true, .wholeFraction),
  ]

  @Test("is met where our reader and Foundation's are meant to differ", arguments: known)
  func knownDifference(_ example: Example) throws {
    var comparison = DocumentComparison(example.bytes)
    #expect(try comparison.run() == example.isAccepted)
    #expect(comparison.met == example.differences)
  }

  private static let alike: [Example] = [
    Example("", accepted: false), Example("\u{FEFF}\u{FEFF}1"), Example("[,]"), Example("[1,,]"),
    Example("{,}"), Example("NaN"), Example("+1"), Example(".5"), Example("'a'"), Example("//\n1"),
    Example(#""\x""#), Example(#""\ud800""#), Example(#""\udc00\ud800""#), Example("\"\t\""),
    Example([0x22, 0xC0, 0xAF, 0x22], []), Example([0x22, 0xED, 0xA0, 0x80, 0x22], []),
    Example("\u{FEFF}1\0"), Example("[1,]\0"),
    Example(String(repeating: "[", count: 513) + String(repeating: "]", count: 513)),
    Example("-0", accepted: true), Example("9223372036854775808", accepted: true),
    Example("[9007199254740993,0.1,1.7976931348623157e308,5e-324]", accepted: true),
    Example("\"\\n\u{FEFF}\\ud83d\\ude00\u{7F}\"", accepted: true),
    Example(" { \"\" : [ ] , \"a\" : { } } \r\n\t", accepted: true),
  ]

  @Test("is not met elsewhere: both accept, with equal values, or refuse", arguments: alike)
  func noDifference(_ example: Example) throws {
    var comparison = DocumentComparison(example.bytes)
    #expect(try comparison.run() == example.isAccepted)
    #expect(comparison.met.isEmpty)
  }
}
