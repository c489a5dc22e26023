import Foundation
import Testing

/// A real terminal: a tmux server of its own with one window, in which the built program runs.
final class TmuxTerminal {
  private let program: Program
  private let socket: String
  private static let tmux = URL(fileURLWithPath: "/usr/bin/tmux")

  /// Whether tmux is there at all.
  static var isInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: tmux.path(percentEncoded: false))
  }

  /// A shell in a window of the given size.
  init(_ program: Program, width: Int, height: Int) throws {
    self.program = program
    socket = "concord-\(UUID().uuidString.prefix(8))"
    program.environment["LC_ALL"] = "C.UTF-8"
    program.environment["PS1"] = "ready> "
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "bash", "--norc", "--noprofile")
  }

  deinit { _ = try? tmux("kill-server") }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    try program.run(Self.tmux, ["-L", socket] + arguments, input: "").output
  }

  /// Types text as it stands.
  func type(_ text: String) throws { try tmux("send-keys", "-l", "--", text) }

  /// Presses a key by tmux's name for it.
  func press(_ key: String) throws { try tmux("send-keys", key) }

  /// Gives the window another size.
  func resize(_ width: Int, _ height: Int) throws {
    try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  /// What stands on the screen.
  var screen: String { (try? tmux("capture-pane", "-p")) ?? "" }

  /// Waits until the screen shows `text`; the journey fails where it does not within the deadline.
  func expect(
    _ text: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    while !screen.contains(text) {
      // tmux tells nobody when a program has drawn, so its screen is asked again.
      guard Date() < deadline else {
        Issue.record("the screen never showed “\(text)”:\n\(screen)", sourceLocation: location)
        throw CancellationError()
      }
      usleep(20_000)
    }
  }
}
