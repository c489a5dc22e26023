import ArgumentParser
import ConcordApp

/// `concord undo`
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a change back: your last one, or the one named.")

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("A change, such as 3ZB1:41 (concord log).", valueName: "change"))
  var change: String?

  @Flag(
    help: "Take back the rest where somebody has changed a part since: that part stays as it is.")
  var leave = false

  func run() throws {
    try ChangeReversal.undo(change, mayLeave: leave, common.options)
  }
}
