import ConcordModel
import ConcordStore

/// What is known of a session before its store is open: where it is, whose, and by which clock.
struct SessionStart: Sendable {
  let settings: Settings
  let clock: OfficeClock
  let identity: StoreIdentity

  /// Looks at the store of `settings`, and chooses the office's zone.
  init(_ settings: Settings) throws(SessionError) {
    do {
      identity = try Store.identity(at: settings.store)
    } catch {
      throw .store(error)
    }
    clock = OfficeClock(zone: identity.office.zone)
    var settings = settings
    if let day = settings.asOf { settings.frozen = clock.end(of: day) }
    self.settings = settings
  }

  /// Opens the store: on any thread.
  func open(progress: (@Sendable (OpeningProgress) -> Void)? = nil) throws(StoreError) -> Store {
    let access: Store.Access = settings.isReadOnly ? .readOnly : .write
    let now = settings.now
    if let day = settings.asOf {
      return try Store.open(
        at: settings.store, access: access, asOf: day, moment: { _ in now }, progress: progress)
    }
    return try Store.open(
      at: settings.store, access: access, today: now.day(), progress: progress)
  }
}
