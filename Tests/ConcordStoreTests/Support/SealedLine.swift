import ConcordStore

/// A line of a journal put together from its header (without the brace that closes it) and its
/// operations as they are to stand, with a hash that fits: what a hostile writer can make.
struct SealedLine {
  private(set) var bytes: [UInt8]

  static let header =
    #"{"v":1,"w":"3ZB1","n":41,"t":1795219351123,"by":"m.ruiz","as":"mruiz@gulf-02","#
    + #""cmd":"flag.mitigate""#

  init(
    header: String = Self.header, after previous: LineHash = LineHash(of: Array("any line".utf8)),
    _ operations: String...
  ) {
    let start = Array(header.utf8)
    var hasher = start.withUnsafeBytes { LineHasher(previous: previous, header: $0) }
    for operation in operations { hasher.add(Self.digest(of: Array(operation.utf8))) }
    bytes = start + Array(",\"ops\":[\(operations.joined(separator: ","))],\"p\":\"".utf8)
    previous.append(to: &bytes)
    bytes += Array("\",\"h\":\"".utf8)
    hasher.finish().append(to: &bytes)
    bytes += Array("\"}".utf8)
  }

  /// A redacted operation begins with its digest; any other has that of its bytes.
  private static func digest(of operation: [UInt8]) -> LineHash {
    let start = operation.first == UInt8(ascii: "[") ? 2 : 1
    let isObject = operation.first == UInt8(ascii: "{")
    return (isObject ? nil : LineHash(hex: operation.span, at: start)) ?? LineHash(of: operation)
  }

  /// Reads the line.
  func read() throws -> JournalLine { try Self.read(bytes) }

  static func read(_ bytes: [UInt8]) throws -> JournalLine {
    try JournalLine.read(bytes.span, bytes.indices)
  }
}
