/// Paths as people type them.
enum HomePath {
  /// The path with its user's home in the place of a `~` that it begins with.
  static func expanded(
    _ path: String, _ environment: [String: String] = Settings.environment
  ) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
