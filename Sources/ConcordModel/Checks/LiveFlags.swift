/// Which flags count in the roll-up, by their cells.
struct LiveFlags {
  private let dismissed: Int64
  private let closed: Int64

  init(_ scope: CheckScope) {
    dismissed = scope.word(FlagStatus.dismissed.rawValue)
    closed = scope.word(FlagStatus.closed.rawValue)
  }

  @inline(__always)
  func contains(_ flag: RowCells) -> Bool { contains(status: flag[Flag.Slot.status]) }

  @inline(__always)
  func contains(status: Int64) -> Bool { status != dismissed && status != closed }
}
