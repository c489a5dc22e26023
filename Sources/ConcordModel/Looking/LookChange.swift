/// A change of the journal as far as somebody who was away wants to know of it.
package struct LookChange: Hashable, Sendable {
  package let id: LineID
  /// The change that it takes back.
  package let undoes: LineID?
  package let at: Instant
  package let author: String
  /// What it did, record by record, in its order.
  package private(set) var touches: [LookTouch] = []

  package init(_ change: Transaction) {
    id = change.id
    undoes = change.undoes
    at = change.instant
    author = change.author
    var places: [RecordID: Int] = [:]
    let reading = LookReading(change)
    for step in change.steps {
      for touch in reading.touches(step.operation) {
        if let place = places[touch.record] {
          touches[place].take(touch)
        } else {
          places[touch.record] = touches.count
          touches.append(touch)
        }
      }
    }
  }

  /// Whether it is of no use to `reader`: their own, and no rule did anything in it.
  package func isOld(to reader: String) -> Bool {
    author == reader && undoes == nil && !touches.contains { $0.isByRules }
  }

  /// Whether `reader` knows of something that was done in it.
  func isKnown(_ touch: LookTouch, to reader: String) -> Bool {
    author == reader && !touch.isByRules
  }
}

extension LookTouch {
  /// Takes up what the same change did after it.
  fileprivate mutating func take(_ later: LookTouch) {
    deed = deed.rank >= later.deed.rank ? deed.joined(older: later.deed) : later.deed
    isByRules = isByRules && later.isByRules
    reason = later.reason ?? reason
    isNew = isNew || later.isNew
    isPart = isPart || later.isPart
  }
}
