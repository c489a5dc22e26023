import ArgumentParser
import ConcordApp

/// `concord redo`
struct Redo: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Do again what you took back last.")

  @OptionGroup var common: Common

  func run() throws { try ChangeReversal.redo(common.options) }
}
