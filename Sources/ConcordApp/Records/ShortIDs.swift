import ConcordModel

/// Ids of a kind cut to the fewest digits (at least four) that tell all of them apart, found once for
/// a whole list.
struct ShortIDs {
  private let digits: Int

  init(_ kind: RecordKind, in workspace: Workspace) {
    let table = workspace[kind]
    let bits = (0..<table.count).map { table.id($0).bits }.sorted()
    var digits = 4
    for place in bits.indices.dropFirst() {
      // The digits that two neighbours share; each digit is five of sixty bits.
      let difference = bits[place] ^ bits[place - 1]
      guard difference != 0 else { continue }
      digits = max(digits, (difference.leadingZeroBitCount - 4) / 5 + 1)
    }
    self.digits = min(12, digits)
  }

  func text(_ id: RecordID) -> String { String(id.text.prefix(2 + digits)) }
}
