import ConcordJSON
import ConcordModel

/// The texts of some operations, one after another, with their hashes.
struct OperationTexts: Sendable {
  let operations: ArraySlice<Operation>
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [LineHash] = []

  /// As many as a thread takes at a time. Most changes have fewer, and need no thread.
  private static let most = 512
  /// Bytes that most operations fit into.
  private static let usual = 256

  /// The texts of all `operations`, each with its salt, in pieces: those of an import are made on all
  /// processors.
  static func make(_ operations: [Operation], salts: [UInt64]) -> [OperationTexts] {
    let pieces = (operations.count + most - 1) / most
    if pieces == 1 { return [OperationTexts(operations[...], salts[...])] }
    return ThreadedWork().map(pieces) { piece in
      let range = piece * most..<min((piece + 1) * most, operations.count)
      return OperationTexts(operations[range], salts[range])
    }
  }

  private init(_ operations: ArraySlice<Operation>, _ salts: ArraySlice<UInt64>) {
    self.operations = operations
    ends.reserveCapacity(operations.count)
    hashes.reserveCapacity(operations.count)
    var json = JSONWriter()
    json.bytes.reserveCapacity(Self.usual * operations.count)
    for (operation, salt) in zip(operations, salts) {
      let start = json.bytes.count
      OperationText.append(operation, salt: salt, to: &json)
      hashes.append(
        json.bytes.withUnsafeBytes {
          LineHash(of: UnsafeRawBufferPointer(rebasing: $0[start...]))
        })
      ends.append(json.bytes.count)
      // So that the writer sees no comma due.
      json.newline()
    }
    bytes = json.bytes
  }

  /// Where the text of the operation at `place` of `operations` stands in `bytes`.
  func range(_ place: Int) -> Range<Int> {
    let index = place - operations.startIndex
    return (index == 0 ? 0 : ends[index - 1] + 1)..<ends[index]
  }

  /// The hash of that text.
  func hash(_ place: Int) -> LineHash { hashes[place - operations.startIndex] }
}
