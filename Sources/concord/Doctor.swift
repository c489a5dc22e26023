import ArgumentParser
import ConcordApp

/// `concord doctor`
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at terminal, colours, widths, speed, and the store's files.",
    discussion: """
      What a terminal and its C library make of names can be read and seen; of the store's files, what \
      is damaged, left over, or open to others. Only the store decides the exit status.
      """)

  @OptionGroup var common: Common

  @Flag(help: "Move files of the store that can be done without into local/quarantine.")
  var fix = false

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    var checkup = Checkup()
    checkup.fixes = fix
    checkup.isJSON = json
    try checkup.write(common.options)
  }
}
