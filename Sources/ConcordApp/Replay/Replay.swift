import ConcordCanvas
import ConcordModel
import ConcordStore
import Glibc

/// Types the keys of a log again, on a copy of the store as it was then: `concord replay`. The store
/// itself is only read.
///
/// The keys are typed by a process of their own, so that a fault among them is told with its number.
public struct Replay: Sendable {
  /// The file of the log.
  public var log: String
  /// Which of its sessions, from 1; nil for the last.
  public var session: Int?
  /// Stops before the key after this one, counted from 1.
  public var until: Int?
  /// Whether the screen after each key is written.
  public var showsScreens = false
  /// How much faster than it was typed; nil waits for nothing.
  public var speed: Double?
  /// A file that the last screen has to be like.
  public var expected: String?

  /// A replay of a log.
  public init(log: String) { self.log = log }

  /// Runs it and writes the last screen on standard output.
  /// - Throws: a failure of the status *failed* where a key ends the program or the screen is another
  ///   than expected.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let settings = try common.settings()
    let chosen = try read()
    let header = chosen.header
    let identity: StoreIdentity
    do {
      identity = try Store.identity(at: settings.store)
    } catch {
      throw CommandLineFailure(error)
    }
    guard identity.id == header.store else {
      throw CommandLineFailure(
        .failed,
        "the keys were typed in another store (\(Text.visible(header.store)), and this is "
          + "\(identity.id)): say which with --store DIR")
    }
    let copy = try PrivateCopy(of: settings.store, upTo: header.marks, writer: header.writer)
    defer { copy.remove() }
    let ending = try ReplayProcess(copy, self).run()
    try judge(ending, chosen)
  }

  /// The session that was asked for; what of the log could not be read is said.
  func read() throws(CommandLineFailure) -> KeyLogFile.Session {
    let bytes = try WholeFile.read(log, what: "key log")
    guard bytes.starts(with: KeyLogHeader.beginning) else {
      throw CommandLineFailure(
        .failed, "\(Text.visible(log)) is no key log: concord open --keylog FILE writes one")
    }
    let file = KeyLogFile(bytes)
    for problem in file.problems {
      StandardOutput.say("concord: \(Text.visible(log)), \(problem); it is left out")
    }
    let number = session ?? file.sessions.count
    guard file.sessions.indices.contains(number - 1) else {
      throw CommandLineFailure(
        .failed,
        session == nil
          ? "\(Text.visible(log)) holds no session that could be read"
          : "--session is \(number): the log holds \(Counted.words(file.sessions.count, "session"))"
      )
    }
    return file.sessions[number - 1]
  }

  private func judge(
    _ ending: ReplayProcess.Ending, _ chosen: KeyLogFile.Session
  ) throws(CommandLineFailure) {
    switch ending {
    case .exited(0): return
    case .exited: throw CommandLineFailure(.failed, "")
    case .killed(let signal, let number):
      let count = chosen.events.count
      let name = String(cString: strsignal(signal))
      guard let number, number >= 1, number <= count else {
        throw CommandLineFailure(
          .failed, "the program ended before the first key: \(name) (signal \(signal))")
      }
      let event = chosen.events[number - 1].event
      throw CommandLineFailure(
        .failed,
        "key \(number) of \(count), \(ReplayWords.words(event)), ended the program: \(name) "
          + "(signal \(signal)); --until \(number - 1) shows the screen before it")
    }
  }
}
