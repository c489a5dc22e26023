import ConcordStore

/// A line put together from pieces, each on a line of its own: the header without its brace, then the
/// operations. The hashes are made to fit.
struct SealedLine {
  private(set) var bytes: [UInt8]
  /// The end of the operations: what is after it has a fixed form.
  private let end: Int

  /// Nil where there is one piece only.
  init?(_ text: [UInt8]) {
    let pieces = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    guard pieces.count > 1 else { return nil }
    let previous = LineHash(of: pieces[0])
    var hasher = pieces[0].withUnsafeBytes { LineHasher(previous: previous, header: $0) }
    bytes = pieces[0] + Array(",\"ops\":[".utf8)
    for (place, piece) in pieces.dropFirst().enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: piece)
      hasher.add(Self.digest(of: piece))
    }
    end = bytes.count
    bytes.append(contentsOf: "],\"p\":\"".utf8)
    previous.append(to: &bytes)
    bytes.append(contentsOf: "\",\"h\":\"".utf8)
    hasher.finish().append(to: &bytes)
    bytes.append(contentsOf: "\"}".utf8)
  }

  /// A redacted operation begins with its digest; any other has that of its bytes.
  private static func digest(of piece: [UInt8]) -> LineHash {
    let start = piece.first == UInt8(ascii: "[") ? 2 : 1
    let isRedacted = piece.first == UInt8(ascii: "[") || piece.first == UInt8(ascii: "\"")
    if isRedacted, let digest = LineHash(hex: piece.span, at: start) { return digest }
    return LineHash(of: piece)
  }

  /// The line with one byte lost, doubled or changed, at places that depend on its own hash.
  var damaged: [[UInt8]] {
    let place = Int(LineHash(of: bytes).prefix % UInt64(bytes.count))
    var changed = bytes
    changed[place] ^= 1 << UInt8(place % 8)
    let lost = [place, max(0, end - 1), end].map { place in
      var lost = bytes
      lost.remove(at: place)
      return lost
    }
    var doubled = bytes
    doubled.insert(bytes[place], at: place)
    return lost + [changed, doubled]
  }
}
