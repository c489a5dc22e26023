import CPlatform
import ConcordModel
import Glibc

/// What the environment and the command line say: which store, who, and, for repeatable runs, when.
public struct Settings: Sendable {
  /// The store's directory; empty where neither the environment nor a home directory names one.
  public var store: String
  /// Author name.
  public var author: String
  /// Operating-system account, as `user@host`.
  public let account: String
  /// A clock that stands still (`CONCORD_NOW`, or the end of the day of `--as-of`).
  public var frozen: Instant?
  /// The day that is looked at instead of today (`--as-of`).
  public var asOf: Day?
  /// The seed of ids and salts (`CONCORD_SEED`).
  public let seed: UInt64?
  /// Whether colours are unwanted (`NO_COLOR`).
  public let isColourless: Bool
  /// Whether nothing may be written.
  public var isReadOnly = false
  /// The user's home directory.
  public let home: String
  /// The file of the user's own settings; nil where nothing says where it would be.
  package let userSettings: UserSettingsFile?

  /// Reads the environment.
  /// - Throws: ``SettingsError`` where a variable says something that cannot be.
  public init(_ environment: [String: String]) throws(SettingsError) {
    userSettings = UserSettingsFile(environment)
    home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "/"
    let known = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/share" }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? known
    store =
      environment["CONCORD_STORE"].flatMap { $0.isEmpty ? nil : $0 }
      ?? data.map { $0 + "/concord" } ?? ""
    let user = Self.accountName()
    author = environment["CONCORD_AUTHOR"].flatMap { $0.isEmpty ? nil : $0 } ?? user
    account = user + "@" + Self.hostName()
    if let text = environment["CONCORD_NOW"], !text.isEmpty {
      guard let instant = Instant(iso: text) else {
        throw .invalid(
          variable: "CONCORD_NOW", value: text, expected: "a moment such as 2026-11-21T14:02:31Z")
      }
      frozen = instant
    } else {
      frozen = nil
    }
    if let text = environment["CONCORD_SEED"], !text.isEmpty {
      guard let number = UInt64(text) else {
        throw .invalid(variable: "CONCORD_SEED", value: text, expected: "a whole number")
      }
      seed = number
    } else {
      seed = nil
    }
    isColourless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    if Text.forbiddenScalar(in: author) != nil || author.utf8.count > 100 {
      throw .invalid(
        variable: "CONCORD_AUTHOR", value: Text.visible(author),
        expected: "a name of at most 100 bytes without control characters")
    }
  }

  /// The variables of this process.
  public static var environment: [String: String] {
    var result: [String: String] = [:]
    for name in [
      "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "CONCORD_STORE", "CONCORD_AUTHOR", "CONCORD_NOW",
      "CONCORD_SEED", "NO_COLOR", "COLORFGBG",
    ] {
      if let value = getenv(name) { result[name] = String(cString: value) }
    }
    return result
  }

  /// Now: the frozen clock's moment, or the system's.
  public var now: Instant {
    if let frozen { return frozen }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  private static func accountName() -> String {
    var bytes = [CChar](repeating: 0, count: 256)
    cp_account_name(&bytes, bytes.count)
    return text(bytes)
  }

  private static func hostName() -> String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "localhost" }
    return text(bytes)
  }

  private static func text(_ bytes: [CChar]) -> String {
    String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A variable of the environment that says something that cannot be.
public enum SettingsError: Error, Hashable, Sendable {
  /// The variable, its value, and what was expected.
  case invalid(variable: String, value: String, expected: String)

  /// What happened and what to do.
  public var sentence: String {
    switch self {
    case .invalid(let variable, let value, let expected):
      "\(variable) is “\(Text.visible(value))”: expected \(expected)"
    }
  }
}
