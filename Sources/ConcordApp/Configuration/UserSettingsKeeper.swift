import ConcordCanvas
import ConcordDashboard

/// The user's settings while the dashboard runs: read when it starts, and anew when the file
/// changes. Nothing that is wrong with the file stops anything.
package final class UserSettingsKeeper {
  /// What reading has shown.
  package struct News {
    /// What to say; nil where there is nothing to say.
    package var message: Message?
    /// The settings as they were; nil where they are the same still.
    package var before: UserSettings?
  }

  /// The settings as they hold.
  package private(set) var settings = UserSettings()
  private let file: UserSettingsFile?
  private let watch: UserSettingsWatch?
  private var content = UserSettingsFile.Content.none
  private var hasRead = false

  /// - Parameter file: nil where nothing says where settings are.
  package init(_ file: UserSettingsFile?) {
    self.file = file
    // Watched before it is read: nothing that comes between is missed.
    watch = file.flatMap { UserSettingsWatch($0) }
  }

  /// Readable when the file may have changed; -1 where nothing is watched.
  package var descriptor: Int32 { watch?.descriptor ?? -1 }

  /// Reads the file for the first time.
  package func start() -> News {
    var news = look()
    if settings.problems.isEmpty, case .bytes = content { news.message = nil }
    return news
  }

  /// Looks whether the file has changed.
  package func refresh() -> News {
    watch?.drain()
    return look()
  }

  private func look() -> News {
    guard let file else { return News() }
    let found = file.read()
    guard found != content else { return News() }
    content = found
    let before = settings
    switch found {
    case .none:
      settings = UserSettings()
      return News(
        message: Message(.plain, "\(UserSettingsFile.name) is gone: the usual keys hold"),
        before: settings == before ? nil : before)
    case .unreadable(let why):
      // What held goes on to hold.
      return News(message: Message(.warning, why))
    case .bytes(let bytes):
      settings = UserSettings(bytes)
      if !settings.isWhole, hasRead {
        // A file that ends halfway is being written, or has a slip: what held goes on to hold.
        let problems = settings.problems
        settings = before
        settings.problems = problems
      }
      hasRead = true
      let message =
        settings.problemWords.map { Message(.warning, $0) }
        ?? Message(.plain, "\(UserSettingsFile.name) read anew")
      return News(message: message, before: settings == before ? nil : before)
    }
  }
}
