import ArgumentParser
import ConcordApp

/// `concord verify`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every hash of every journal, and give the digest of the state.")

  @OptionGroup var common: Common

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    var verification = StoreVerification()
    verification.isJSON = json
    try verification.write(common.options)
  }
}
