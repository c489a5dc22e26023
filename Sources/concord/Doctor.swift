import ArgumentParser
import ConcordApp

/// `concord doctor`
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at the store's files: what is damaged, left over, or open to others.")

  @OptionGroup var common: Common

  @Flag(help: "Move what can be done without into local/quarantine.")
  var fix = false

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    var checkup = StoreCheckup()
    checkup.fixes = fix
    checkup.isJSON = json
    try checkup.write(common.options)
  }
}
