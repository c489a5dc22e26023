/// Deals out how live flags stand, so that the user's queue has the size and the mixture that it is
/// to have, whatever the dice say.
struct DemoFlagDeal {
  private var mine: [DemoSeverity: [DemoDisposition]] = [:]
  private let cast: DemoCast
  private var dice: DemoRandom

  /// The user's queue in the default demo, by severity: 1, 3, 11 and 20 flags.
  init(count: Int, cast: DemoCast, dice: DemoRandom) {
    self.cast = cast
    self.dice = dice
    let me = UInt8(DemoCast.me)
    let free = DemoDisposition.open(owner: nil)
    let own = DemoDisposition.open(owner: me)
    let cycles: [DemoSeverity: (number: Int, cycle: [DemoDisposition])] = [
      .veryHigh: (1, [free]),
      .high: (3, [.escalated(to: me), own, free]),
      .moderate: (
        11,
        [
          own, free, .overdue, .acceptedLapsed, free, .snoozedBack, .ratingRose, free, own,
          .overdue,
          free,
        ]
      ),
      .low: (
        20,
        [free, own, free, .snoozedBack, free, free, own, .acceptedLapsed, free, .overdue]
      ),
    ]
    for (severity, queue) in cycles {
      // However large the office, nobody has a queue of thousands.
      let number = min(DemoPlan.share(queue.number, of: count), queue.number * 12)
      mine[severity] = (0..<number).map { queue.cycle[$0 % queue.cycle.count] }.reversed()
    }
  }

  /// How the next live flag stands; the user's are dealt first.
  mutating func next(_ severity: DemoSeverity) -> DemoDisposition {
    if var left = mine[severity], let first = left.popLast() {
      mine[severity] = left
      return first
    }
    let other = UInt8(dice.pick(cast.otherManagers, or: cast.approvers[0]))
    let director = UInt8(cast.approvers[0])
    let weighted: [(Int, DemoDisposition)] =
      switch severity {
      case .veryHigh: [(2, .planned), (1, .escalated(to: director)), (1, .limited)]
      case .high:
        [
          (5, .planned), (2, .escalated(to: director)), (1, .accepted), (1, .limited),
          (1, .open(owner: other)),
        ]
      case .moderate:
        [
          (5, .planned), (4, .inForce), (3, .accepted), (1, .escalated(to: director)),
          (2, .snoozed),
          (1, .transferred), (2, .open(owner: other)),
        ]
      case .low:
        [
          (4, .accepted), (4, .inForce), (3, .planned), (1, .snoozed), (2, .transferred),
          (2, .open(owner: other)),
        ]
      }
    return weighted[dice.place(weighted.map(\.0))].1
  }
}
