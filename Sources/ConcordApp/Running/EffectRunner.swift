import ConcordDashboard
import ConcordModel

/// Does what `update` asks for; what comes of it is an action again. Tests answer by hand.
package protocol EffectRunner {
  /// The state that the dashboard shows.
  var workspace: Workspace { get }

  /// Does an effect of the store. Effects of the terminal are not its business.
  mutating func run(_ effect: Effect) -> [Action]
}
