/// Bytes that stay where they are as long as anyone refers to them, such as a mapped file's. Nobody
/// writes to them.
package final class HeldBytes: @unchecked Sendable {
  /// The bytes.
  package let bytes: UnsafeBufferPointer<UInt8>
  private let release: @Sendable (UnsafeBufferPointer<UInt8>) -> Void

  /// Holds `bytes`, and calls `release` when nobody needs them any more.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    release: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    self.bytes = bytes
    self.release = release
  }

  /// Holds a copy of `array`.
  package convenience init(copying array: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: array.count)
    _ = copy.initialize(from: array)
    self.init(UnsafeBufferPointer(copy)) { $0.deallocate() }
  }

  deinit { release(bytes) }
}
