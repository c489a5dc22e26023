import ConcordModel
import ConcordStore
import Glibc

/// A new, empty store for an office: `concord init`.
public struct NewOffice: Sendable {
  /// The directory: new or empty.
  public var path: String
  /// The office's name.
  public var name: String
  /// The IANA name of the zone in which its days turn.
  public var zone: String

  /// An office.
  public init(path: String, name: String, zone: String) {
    self.path = path
    self.name = name
    self.zone = zone
  }

  /// Makes it.
  public func create(_ common: CommonOptions) throws(CommandLineFailure) {
    let settings = try common.settings(needsStore: false)
    guard !settings.isReadOnly else {
      throw CommandLineFailure(.failed, "--readonly: a new store was not made")
    }
    try make(settings)
    StandardOutput.say("a new store of \(name) (\(zone)) at \(path)")
  }

  /// Whether an office may be called so.
  static func accepts(name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 200 && Text.forbiddenScalar(in: name) == nil
      && !name.contains(where: \.isNewline)
  }

  /// Takes away a store that was not finished.
  static func remove(_ draft: String) { ScratchDirectory(existing: draft).remove() }

  /// Puts a store that was made beside its place there, once it is whole.
  static func put(_ draft: String, at path: String) throws(CommandLineFailure) {
    guard rename(draft, path) == 0 else {
      throw CommandLineFailure(
        .failed,
        "\(Text.visible(path)) could not be put in place: \(String(cString: strerror(errno)))")
    }
  }

  package func make(
    _ settings: Settings, seed: UInt64? = nil
  ) throws(CommandLineFailure) {
    let name = Text.trimmed(name)
    guard Self.accepts(name: name) else {
      throw CommandLineFailure(
        .usage,
        "--office is “\(Text.visible(name))”: expected a name of one line, 200 bytes at most")
    }
    guard !path.isEmpty else { throw CommandLineFailure(.usage, "DIR is blank") }
    guard OfficeClock.knows(zone: zone) else {
      throw CommandLineFailure(
        .usage,
        "--zone is “\(Text.visible(zone))”: expected a time zone such as America/Chicago or UTC")
    }
    do {
      _ = try Store.create(at: path, office: name, zone: zone, seed: seed ?? settings.seed)
    } catch {
      throw CommandLineFailure(error)
    }
  }
}
