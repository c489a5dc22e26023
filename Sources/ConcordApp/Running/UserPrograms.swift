import Glibc

/// The programs that the environment names for reading and for writing.
struct UserPrograms {
  /// `PAGER`, else less.
  let pager: String
  /// `VISUAL` or `EDITOR`, else vi.
  let editor: String
  /// `SHELL`, else sh.
  let shell: String
  /// Whether the terminal is tmux's.
  let isInTmux: Bool

  init() {
    pager = Self.variable("PAGER") ?? "less"
    editor = Self.variable("VISUAL") ?? Self.variable("EDITOR") ?? "vi"
    shell = Self.variable("SHELL") ?? "/bin/sh"
    isInTmux = Self.variable("TMUX") != nil
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }) else { return nil }
    return value.contains { $0 != " " } ? value : nil
  }
}
