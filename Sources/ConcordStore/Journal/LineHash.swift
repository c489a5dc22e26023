import ConcordJSON
import Crypto

/// A SHA-256: of a line, or of an operation's bytes.
package struct LineHash: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The hash of `bytes`.
  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { LineHash(of: $0) }
  }

  /// The hash of `bytes`.
  package init(of bytes: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    self.init(hash.finalize())
  }

  package init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { bytes in
      func word(_ place: Int) -> UInt64 {
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
      }
      return (word(0), word(1), word(2), word(3))
    }
  }

  /// A hash from 64 hexadecimal digits in small letters at `start` of `bytes`; nil when they are
  /// anything else.
  package init?(hex bytes: Span<UInt8>, at start: Int) {
    guard start >= 0, start + 64 <= bytes.count else { return nil }
    func word(_ place: Int) -> UInt64? {
      var value: UInt64 = 0
      for index in start + 16 * place..<start + 16 * place + 16 {
        switch bytes[index] {
        case let byte where byte &- 48 < 10: value = value << 4 | UInt64(byte - 48)
        case let byte where byte &- 97 < 6: value = value << 4 | UInt64(byte - 87)
        default: return nil
        }
      }
      return value
    }
    guard let a = word(0), let b = word(1), let c = word(2), let d = word(3) else { return nil }
    words = (a, b, c, d)
  }

  /// A hash from its text.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 64 else { return nil }
    self.init(hex: bytes.span, at: 0)
  }

  /// Appends the 64 hexadecimal digits.
  package func append(to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { digits in
      HexDigits.write(words.0, to: digits, at: 0)
      HexDigits.write(words.1, to: digits, at: 16)
      HexDigits.write(words.2, to: digits, at: 32)
      HexDigits.write(words.3, to: digits, at: 48)
      bytes.append(contentsOf: digits)
    }
  }

  /// Its first eight bytes.
  package var prefix: UInt64 { words.0 }

  /// The 64 hexadecimal digits.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func == (left: LineHash, right: LineHash) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// Makes a line's hash: over the hash of the line before, the header, and each operation's own hash,
/// all as text with a line feed after each. So an operation's bytes may later be replaced by their
/// hash, and the line still verifies.
package struct LineHasher {
  private var text: [UInt8] = []

  /// Begins a line. `header` is the line's bytes before `,"ops"`; its closing `}` is added here.
  package init(previous: LineHash, header: UnsafeRawBufferPointer) {
    text.reserveCapacity(65 + header.count + 2 + 4 * 65)
    add(previous)
    text.append(contentsOf: header)
    text.append(UInt8(ascii: "}"))
    text.append(0x0A)
  }

  /// Adds the next operation's hash.
  package mutating func add(_ digest: LineHash) {
    digest.append(to: &text)
    text.append(0x0A)
  }

  /// The line's hash.
  package func finish() -> LineHash { LineHash(of: text) }
}
