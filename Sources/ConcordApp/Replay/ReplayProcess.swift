import ConcordModel
import Glibc

/// The process that types the keys: this program again, with a copy of the store to itself. It leaves
/// the number of the key that it is about to type in a file, which outlives whatever the key does.
struct ReplayProcess {
  /// How it ended.
  enum Ending {
    case exited(Int32)
    /// By a signal, at a key; nil before the first.
    case killed(signal: Int32, key: Int?)
  }

  private let copy: PrivateCopy
  private let replay: Replay

  init(_ copy: PrivateCopy, _ replay: Replay) {
    self.copy = copy
    self.replay = replay
  }

  /// The file of the number, in the directory of the copy.
  static func numberFile(_ copy: PrivateCopy) -> String { copy.path + "/key" }

  /// Starts it and waits for its end.
  func run() throws(CommandLineFailure) -> Ending {
    var arguments = ["concord", "replay", "--on", copy.path]
    if let session = replay.session { arguments += ["--session", String(session)] }
    if let until = replay.until { arguments += ["--until", String(until)] }
    if replay.showsScreens { arguments.append("--screens") }
    if let speed = replay.speed { arguments += ["--speed", String(speed)] }
    if let expected = replay.expected { arguments += ["--expect", expected] }
    arguments += ["--", replay.log]
    let words = arguments.map { strdup($0) } + [nil]
    let variables = Self.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, "/proc/self/exe", nil, nil, words, variables)
    guard code == 0 else {
      throw CommandLineFailure(
        .failed, "the process for the keys did not start: \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    guard signal != 0 else { return .exited((status >> 8) & 0xFF) }
    return .killed(signal: signal, key: number)
  }

  private var number: Int? {
    guard let bytes = try? WholeFile.read(Self.numberFile(copy), what: "number") else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self).prefix { $0.isNumber })
  }

  /// What of the environment concerns the process. A trap tells what it is; a trace of it is for
  /// whoever asks.
  private static var environment: [String: String] {
    var result = ["SWIFT_BACKTRACE": "enable=no"]
    for name in [
      "PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "TERM", "NO_COLOR",
      "SWIFT_BACKTRACE", "LD_LIBRARY_PATH",
    ] {
      if let value = getenv(name) { result[name] = String(cString: value) }
    }
    return result
  }
}
