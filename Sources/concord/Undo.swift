import ArgumentParser
import ConcordApp

/// `concord undo`
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a change back: your last one, or the one named.")

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("A change, such as 3ZB1:41 (concord log).", valueName: "change"))
  var change: String?

  func run() throws { try ChangeReversal.undo(change, common.options) }
}
