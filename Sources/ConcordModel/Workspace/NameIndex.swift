/// The folded names of all partners, one after another in one run of bytes: what fuzzy filters read.
package struct NameIndex: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = []
  private var lengths: [Int32] = []

  package init() {}

  /// Runs `body` on the folded name and aliases (joined by newlines) of a partner's row.
  package func withName<Result>(
    row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      guard row < starts.count else { return body(UnsafeBufferPointer(rebasing: $0[0..<0])) }
      let start = Int(starts[row])
      return body(UnsafeBufferPointer(rebasing: $0[start..<start + Int(lengths[row])]))
    }
  }

  /// Runs `body` on all bytes with each row's start and length.
  package func withAll<Result>(
    _ body: (UnsafeBufferPointer<UInt8>, _ starts: [Int32], _ lengths: [Int32]) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body($0, starts, lengths) }
  }

  package mutating func update(row: Int, in workspace: Workspace) {
    while starts.count <= row {
      starts.append(0)
      lengths.append(0)
    }
    let start = bytes.count
    appendName(row, workspace)
    let length = bytes.count - start
    let oldStart = Int(starts[row])
    let oldLength = Int(lengths[row])
    if length == oldLength,
      bytes[oldStart..<oldStart + oldLength].elementsEqual(bytes[start..<start + length])
    {
      bytes.removeLast(length)
      return
    }
    starts[row] = Int32(start)
    lengths[row] = Int32(length)
  }

  package mutating func rebuild(_ workspace: Workspace) {
    let count = workspace[.partner].count
    bytes = []
    bytes.reserveCapacity(count * 32)
    starts = []
    starts.reserveCapacity(count)
    lengths = []
    lengths.reserveCapacity(count)
    for row in 0..<count {
      let start = bytes.count
      appendName(row, workspace)
      starts.append(Int32(start))
      lengths.append(Int32(bytes.count - start))
    }
  }

  private mutating func appendName(_ row: Int, _ workspace: Workspace) {
    let table = workspace[.partner]
    guard table.isPresent(row) else { return }
    let name = table[row, Partner.Slot.name]
    if name != Table.absent {
      workspace.texts.withBytes(name) { NameFold.append($0, to: &bytes) }
    }
    let aliases = table[row, Partner.Slot.aliases]
    guard aliases != Table.absent else { return }
    for alias in workspace.texts.elements(aliases) {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: NameFold.fold(alias).utf8)
    }
  }
}
