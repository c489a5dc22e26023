import ArgumentParser
import ConcordApp

/// `concord redact`
struct Redact: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a text out of the journal for good: every value a field ever had, or a reason.",
    discussion: """
      The bytes are replaced by their digest, so that every hash still holds; who did it, when and \
      why stays on record. It cannot be taken back. Without --confirm it says what would go.
      """)

  @OptionGroup var common: Common

  @Argument(help: "A record, or a change such as 3ZB1:41 whose reason is to go.")
  var what: String

  @Option(help: "The field, such as notes.")
  var field: String?

  @Option(help: "Why; this stays on record.")
  var reason: String?

  @Flag(help: "Do it.")
  var confirm = false

  func run() throws {
    var redaction = Redaction(what)
    redaction.field = field
    redaction.reason = reason
    redaction.isConfirmed = confirm
    try redaction.run(common.options)
  }
}
