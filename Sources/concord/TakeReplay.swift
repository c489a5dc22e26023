import ArgumentParser
import ConcordApp

/// `concord replay`
struct TakeReplay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Type the keys of a log again, on a copy of the store, and write the last screen.",
    discussion: """
      concord open --keylog FILE takes the keys down. They are typed on a copy of the store as it was \
      when the session began; the store itself is only read, and no terminal is needed. What others \
      changed during the session is not in it.

      The exit status is 1 where a key ends the program, and its number is told, or where the last \
      screen is not that of --expect.
      """)

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("The key log.", valueName: "keylog"))
  var log: String

  @Option(help: ArgumentHelp("The log's first, second … session; else the last.", valueName: "n"))
  var session: Int?

  @Option(help: ArgumentHelp("Type only so many.", valueName: "n"))
  var until: Int?

  @Flag(help: "Write the screen after each key.")
  var screens = false

  @Option(
    help: ArgumentHelp(
      "With the pauses as they were typed (1), or shorter (10).", valueName: "times"))
  var speed: Double?

  @Option(help: ArgumentHelp("A file that the last screen has to be like.", valueName: "file"))
  var expect: String?

  @Option(help: .hidden)
  var on: String?

  func run() throws {
    var replay = Replay(log: log)
    replay.session = session
    replay.until = until
    replay.showsScreens = screens
    replay.speed = speed
    replay.expected = expect
    if let on { return try ReplayRun(replay, on: on).write() }
    try replay.write(common.options)
  }

  func validate() throws {
    if let until, until < 0 { throw ValidationError("--until is \(until): expected 0 or more") }
    if let session, session < 1 {
      throw ValidationError("--session is \(session): expected 1 or more")
    }
    if let speed, !(speed > 0) {
      throw ValidationError("--speed is \(speed): expected more than 0")
    }
  }
}
