/// Steps that follow one another: each comes later than the one before, though perhaps on its day.
struct DemoChain {
  private let partner: Int32
  private let last: Int
  private(set) var steps: [DemoStep] = []
  /// The working day that the chain has come to.
  private(set) var day: Int
  private var minute = 0
  private var wave = 0

  /// A chain that begins on a working day, never after the `last`.
  init(partner: Int, from day: Int, last: Int) {
    self.partner = Int32(partner)
    self.last = last
    self.day = min(max(0, day), last)
  }

  /// Lets so many working days pass.
  mutating func wait(_ days: Int) {
    let next = min(day + max(0, days), last)
    if next > day {
      minute = 0
      wave = 0
    }
    day = next
  }

  /// Lets the time pass up to a working day.
  mutating func wait(until wanted: Int) { wait(wanted - day) }

  /// Something done now.
  mutating func add(_ act: DemoStep.Act, by author: Int, _ dice: inout DemoRandom) {
    minute = minute == 0 ? dice.number(0...480) : minute + dice.number(2...25)
    steps.append(
      DemoStep(
        day: Int16(day), minute: Int16(minute), wave: UInt8(clamping: wave),
        author: UInt8(author), partner: partner, act: act))
    wave += 1
  }
}
