/// How far long work has come, as its user sees it.
public struct RunningWork: Hashable, Sendable {
  /// What is done, such as `reading dotgov.csv`.
  public let what: String
  /// Hundredths of it that are done; nil where nobody knows.
  public let percent: Int?
  /// Steps a second; nil as long as that cannot be told.
  public let rate: Int?
  /// Seconds that it will take yet; nil as long as that cannot be told.
  public let secondsLeft: Int?

  /// How far it has come after so many milliseconds.
  ///
  /// - Parameter tellsRate: whether steps mean something to people.
  public init(_ progress: Progress, milliseconds: Int, tellsRate: Bool = true) {
    what = progress.what
    guard let total = progress.total, total > 0, progress.done > 0, milliseconds > 0 else {
      percent = progress.total.map { _ in 0 }
      rate = nil
      secondsLeft = nil
      return
    }
    let rate = progress.done * 1000 / milliseconds
    percent = min(100, progress.done * 100 / total)
    self.rate = tellsRate ? rate : nil
    secondsLeft = rate > 0 ? max(0, total - progress.done) / rate : nil
  }
}
