import Foundation
import Testing

@testable import ConcordTerminal

@Suite("What is sent to the terminal's clipboard")
struct ClipboardSequenceTests {
  @Test("Base64 is that of Foundation, whatever the bytes and their number", arguments: 0...64)
  func base64(_ count: Int) {
    // Three turns of all bytes: each comes first, second and third in a group.
    let bytes = (0..<count * 12).map { UInt8(truncatingIfNeeded: $0 &* 167) }
    for length in [count, count * 12] {
      let piece = Array(bytes.prefix(length))
      #expect(ClipboardSequence.base64(piece) == Data(piece).base64EncodedString())
    }
    let repeated = [UInt8](repeating: 0xFF, count: count)
    #expect(ClipboardSequence.base64(repeated) == Data(repeated).base64EncodedString())
  }

  @Test("All 256 bytes, and the examples of RFC 4648")
  func examples() {
    let all = (0...255).map { UInt8($0) }
    #expect(ClipboardSequence.base64(all) == Data(all).base64EncodedString())
    for (text, coded) in [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
    ] {
      #expect(ClipboardSequence.base64(Array(text.utf8)) == coded)
    }
  }

  @Test("In tmux the plain sequence comes first, then the one that is handed on")
  func sequences() {
    let plain = "\u{1B}]52;c;Zm9v\u{07}"
    #expect(ClipboardSequence.of("foo", isInTmux: false) == plain)
    #expect(
      ClipboardSequence.of("foo", isInTmux: true)
        == plain + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{07}\u{1B}\\")
  }
}
