import ArgumentParser
import ConcordApp

/// `concord import`
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read records from CSV, TSV, JSON or JSON Lines, as one change.",
    discussion: """
      Encoding, separator and header are found out. What a column means comes from a preset that \
      fits, or from --map. Rows that cannot be read are refused, counted, and kept by --rejects; they \
      do not fail the import.
      """)

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("A file; - is standard input.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("A kind of record.", valueName: "kind"))
  var kind = "partners"

  @Option(help: ArgumentHelp("What the columns mean, such as dotgov.", valueName: "name"))
  var preset: String?

  @Option(
    help: ArgumentHelp(
      "A column, or text with {columns} in it, and the field that it fills.",
      valueName: "Column=field"))
  var map: [String] = []

  @Option(help: ArgumentHelp("A value that every row gets.", valueName: "field=value"))
  var set: [String] = []

  @Flag(help: "Read and count; write nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Where refused rows go, with line and reason.", valueName: "file"))
  var rejects: String?

  @Flag(help: "Write the counts as JSON.")
  var json = false

  @Option(help: ArgumentHelp("The stage of new partners; needs --adopt.", valueName: "stage"))
  var stage: String?

  @Option(help: ArgumentHelp("Why they come in without vetting.", valueName: "reason"))
  var adopt: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Spread their first vetting cases over so many.", valueName: "months"))
  var spread: Int?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The tier of new partners.", valueName: "n"))
  var tier: Int?

  @Flag(help: "Change records that are there; blank cells change nothing.")
  var update = false

  @Option(help: ArgumentHelp("The file's encoding.", valueName: "name"))
  var encoding: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("comma, semicolon, tab or pipe.", valueName: "sign"))
  var separator: String?

  @Option(help: ArgumentHelp("Whether the first row names the columns.", valueName: "yes|no"))
  var header: String?

  func run() throws {
    var reading = FileImport(path: file)
    reading.kind = kind
    reading.preset = preset
    reading.map = map
    reading.set = set
    reading.isDryRun = dryRun
    reading.rejects = rejects
    reading.isJSON = json
    reading.stage = stage
    reading.adoption = adopt
    reading.spread = spread
    reading.tier = tier
    reading.updates = update
    reading.encoding = encoding
    reading.separator = separator
    reading.header = header
    try reading.run(common.options)
  }
}
