import Crypto

/// A SHA-256 over bytes that come in pieces.
struct ByteHasher: Sendable {
  private var hash = SHA256()

  /// Adds bytes.
  mutating func add(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

  /// The hash of all bytes so far.
  var value: LineHash { LineHash(hash.finalize()) }
}
