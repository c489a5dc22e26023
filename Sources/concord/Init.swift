import ArgumentParser
import ConcordApp
import ConcordModel

/// `concord init`
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new, empty store for an office.")

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("A directory that is new or empty.", valueName: "dir"))
  var path: String

  @Option(help: ArgumentHelp("The office's name.", valueName: "name"))
  var office: String

  @Option(help: ArgumentHelp("The time zone in which its days turn.", valueName: "zone"))
  var zone: String = Policy.standard.zone

  func run() throws {
    try NewOffice(path: path, name: office, zone: zone).create(common.options)
  }
}
