/// Where a selection goes.
package enum Motion: Hashable, Sendable {
  case up, down, left, right
  case pageUp, pageDown, halfUp, halfDown
  case first, last
}
