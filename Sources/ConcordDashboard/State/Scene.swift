import ConcordModel

/// What screens read: the workspace, who sits there, and which ratings are looked at.
package struct Scene: Sendable {
  package let workspace: Workspace
  package let actor: Actor
  package var risk: RiskView
  package var isReadOnly: Bool
  package var isLoading: Bool

  package init(
    _ workspace: Workspace, actor: Actor, risk: RiskView = .residual, isReadOnly: Bool = false,
    isLoading: Bool = false
  ) {
    self.workspace = workspace
    self.actor = actor
    self.risk = risk
    self.isReadOnly = isReadOnly
    self.isLoading = isLoading
  }

  package var today: Day { actor.today }
}
