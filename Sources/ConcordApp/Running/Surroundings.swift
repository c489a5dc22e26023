import ConcordDashboard

/// What a dashboard has beside its store and its terminal.
package struct Surroundings {
  /// The user's own settings.
  package let own: UserSettingsKeeper
  /// Where keys are taken down; nil where nobody asks for it.
  package let log: KeyLog?
  /// What is to be said first.
  package let message: Message?

  package init(own: UserSettingsKeeper, log: KeyLog?, message: Message?) {
    self.own = own
    self.log = log
    self.message = message
  }
}
