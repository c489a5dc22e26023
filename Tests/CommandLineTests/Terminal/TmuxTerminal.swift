import Foundation
import Testing

/// A real terminal: a tmux server of its own with one window, in which the built program runs.
final class TmuxTerminal {
  private let program: Program
  private let socket: String
  private var isServing = false
  private static let tmux = URL(fileURLWithPath: "/usr/bin/tmux")

  /// Whether tmux is there at all.
  static var isInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: tmux.path(percentEncoded: false))
  }

  /// A shell in a window of the given size, with the program as `./concord`: what is typed is equally
  /// long wherever the program was built.
  init(_ program: Program, width: Int, height: Int) throws {
    self.program = program
    socket = "concord-\(UUID().uuidString.prefix(8))"
    program.environment["LC_ALL"] = "C.UTF-8"
    let folder = program.directory.path(percentEncoded: false)
    let link = program.directory.appending(path: "concord")
    if !FileManager.default.fileExists(atPath: link.path(percentEncoded: false)) {
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: Program.binary())
    }
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)", "-c", folder,
      "bash", "--norc", "--noprofile")
  }

  deinit { close() }

  /// Closes the window, as its user does with the mouse; the server ends with its last window. Asked
  /// to end itself it would not: it may have inherited a mask that keeps the signal out.
  func close() { _ = try? tmux("kill-session") }

  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    let output = program.path("tmux-\(UUID().uuidString).out")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let tmux = [Self.tmux.path(percentEncoded: false), "-L", socket]
    // tmux's server outlives its first client. It must not inherit the descriptor by which
    // Foundation's Process learns of an exit, or that would wait for the server for ever.
    let closing =
      #"for f in /proc/$$/fd/*; do n=${f##*/}; [ $n -gt 2 ] && eval "exec $n>&-"; done; exec "$@""#
    let first = isServing ? [] : ["/bin/bash", "-c", closing, "bash"]
    isServing = true
    let executable = first.first ?? tmux[0]
    let words = (first + tmux + arguments).map { strdup($0) } + [nil]
    let variables = program.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, executable, &actions, nil, words, variables)
    try #require(status == 0, "tmux did not start: \(status)")
    var ended: Int32 = 0
    while waitpid(child, &ended, 0) < 0, errno == EINTR {}
    let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
    try? FileManager.default.removeItem(atPath: output)
    return text
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
    try expect(text, location: location) { screen.contains(text) }
  }

  /// Waits until `isThere` says so.
  func expect(
    _ text: String, location: SourceLocation = #_sourceLocation, _ isThere: () -> Bool
  ) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    while !isThere() {
      // tmux tells nobody when a program has drawn, so its screen is asked again.
      guard Date() < deadline else {
        Issue.record("the screen never showed “\(text)”:\n\(screen)", sourceLocation: location)
        throw CancellationError()
      }
      usleep(20_000)
    }
  }
}
