import ConcordInterchange
import ConcordJSON
import ConcordModel
import ConcordStore

/// An import of a file: `concord import`.
public struct FileImport: Sendable {
  /// The file; `-` is standard input.
  public var path: String
  /// A kind of record.
  public var kind = "partners"
  /// The preset that the columns are read by.
  public var preset: String?
  /// `Column=field`.
  public var map: [String] = []
  /// `field=value`.
  public var set: [String] = []
  /// Whether nothing is written.
  public var isDryRun = false
  /// A file for the rows that were refused.
  public var rejects: String?
  /// Whether the counts are written as JSON.
  public var isJSON = false
  /// The stage of new partners, and why they come in without vetting.
  public var stage: String?
  /// Why they come in without vetting.
  public var adoption: String?
  /// The months over which first vetting cases are spread.
  public var spread: Int?
  /// The tier of new partners.
  public var tier: Int?
  /// Whether records that are there are changed.
  public var updates = false
  /// The encoding, the separator and whether there is a header, where they are not to be found out.
  public var encoding: String?
  /// The separator, by sign or name.
  public var separator: String?
  /// `yes` or `no`.
  public var header: String?

  /// An import of partners.
  public init(path: String) { self.path = path }

  /// Reads the file and writes one transaction.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) {
    let options = try options()
    let session = try common.session()
    try checkRejects(session.settings)
    let file: SourceFile
    do {
      file = try SourceFile.read(path: path)
    } catch {
      throw Self.failure(error)
    }
    let progress = ProgressLine()
    defer { progress.end() }
    let result =
      try isDryRun
      ? preview(file, options, session, progress) : commit(file, options, session, progress)
    progress.end()
    try report(result)
    if !isDryRun { session.leaveCache() }
  }

  /// The file of refused rows must neither be the one that is read nor one of the store's.
  private func checkRejects(_ settings: Settings) throws(CommandLineFailure) {
    guard let rejects, rejects != "-" else { return }
    if FilePlace(rejects).isSame(asInput: path) {
      throw CommandLineFailure(
        .usage,
        "--rejects is “\(Text.visible(rejects))”: it is the file that is imported; name another")
    }
    try FileReplacement.check(rejects, "rejects", settings)
  }

  private func preview(
    _ file: SourceFile, _ options: ImportOptions, _ session: Session, _ progress: ProgressLine
  ) throws(CommandLineFailure) -> ImportResult {
    let context = session.previewContext
    do {
      return try Importer(session.workspace, context, options).run(file, work: ThreadedWork()) {
        state in
        progress.show(state)
        return true
      }
    } catch {
      throw Self.failure(error)
    }
  }

  /// The rows are compared with the store under its lock, so that nothing comes in twice.
  private func commit(
    _ file: SourceFile, _ options: ImportOptions, _ session: Session, _ progress: ProgressLine
  ) throws(CommandLineFailure) -> ImportResult {
    var outcome: Result<ImportResult, ImportFailure>?
    do throws(CommitFailure) {
      try session.store.commit("import", session.occasion) {
        workspace, context throws(CommandError) in
        do throws(ImportFailure) {
          let result = try Importer(workspace, context, options).run(file, work: ThreadedWork()) {
            state in
            progress.show(state)
            return true
          }
          outcome = .success(result)
          return result.operations
        } catch {
          outcome = .failure(error)
          return []
        }
      }
    } catch {
      // A file that changes nothing leaves nothing to write; the store refuses that, and it is fine.
      if case .success(let result)? = outcome, result.changesNothing { return result }
      if case .failure(let failure)? = outcome { throw Self.failure(failure) }
      throw session.failure(error)
    }
    switch outcome {
    case .success(let result): return result
    case .failure(let failure): throw Self.failure(failure)
    case nil: throw CommandLineFailure(.failed, "nothing was read")
    }
  }

  /// What was asked for in a way that cannot be is wrong usage; all else is about the file.
  private static func failure(_ failure: ImportFailure) -> CommandLineFailure {
    switch failure.reason {
    case .option, .unknownPreset, .unknownEncoding: CommandLineFailure(.usage, failure.description)
    default: CommandLineFailure(.failed, failure.description)
    }
  }

  // MARK: Options

  private func options() throws(CommandLineFailure) -> ImportOptions {
    var options = ImportOptions()
    guard let schema = FieldTable.standard.schema(named: kind) else {
      throw CommandLineFailure(RecordList.unknownKind(kind))
    }
    options.record = schema.kind
    options.preset = preset
    options.tier = tier
    options.updates = updates
    for text in map {
      guard let assignment = ColumnAssignment(text) else {
        throw Self.usage("map", text, "'Column=field', or 'Column=' to leave a column out")
      }
      options.map.append(assignment)
    }
    for text in set {
      guard let setting = FieldSetting(text) else { throw Self.usage("set", text, "field=value") }
      options.set.append(setting)
    }
    if let stage {
      guard let adoption else {
        throw CommandLineFailure(
          .usage, "--stage needs --adopt REASON: why they come in without vetting")
      }
      options.adoption = Adoption(stage: stage, reason: adoption, spreadMonths: spread)
    } else if adoption != nil || spread != nil {
      throw CommandLineFailure(
        .usage, "--adopt and --spread go with --stage, such as --stage active")
    }
    try readSource(&options.source)
    return options
  }

  private func readSource(_ source: inout SourceOptions) throws(CommandLineFailure) {
    if let encoding {
      guard let known = TextEncoding(name: encoding) else {
        throw Self.usage("encoding", encoding, "one of \(TextEncoding.knownNames)")
      }
      source.encoding = known
    }
    if let separator {
      guard let known = Separator(name: separator) else {
        throw Self.usage("separator", separator, "comma, semicolon, tab or pipe")
      }
      source.separator = known
    }
    switch header?.lowercased() {
    case nil: break
    case "yes": source.header = .present
    case "no": source.header = .absent
    default: throw Self.usage("header", header ?? "", "yes or no")
    }
  }

  private static func usage(
    _ name: String, _ value: String, _ expected: String
  ) -> CommandLineFailure {
    CommandLineFailure(.usage, "--\(name) is “\(Text.visible(value))”: expected \(expected)")
  }

  // MARK: What came of it

  private func report(_ result: ImportResult) throws(CommandLineFailure) {
    if let rejects {
      try FileReplacement.write(rejects) { output throws(CommandLineFailure) in
        try output.bytes(RejectsFile(result.report).bytes)
      }
    }
    if isJSON {
      var output = StandardOutput.output
      try output.bytes(Self.json(result.report))
      try output.line()
      try output.flush()
    }
    StandardOutput.say((isDryRun ? "dry run: " : "") + result.sentence)
    guard rejects == nil else { return }
    for refusal in result.report.refusals.prefix(Self.shownRefusals) {
      StandardOutput.say("  line \(refusal.line): \(refusal.reason)")
    }
    if result.report.rejected > Self.shownRefusals {
      StandardOutput.say("  …; --rejects FILE keeps all of them")
    }
  }

  /// So many refused rows are named where no file takes them.
  private static let shownRefusals = 5

  private static func json(_ report: ImportReport) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (name, number) in [
      ("version", 1), ("read", report.read), ("created", report.created),
      ("updated", report.updated), ("merged", report.merged), ("unchanged", report.unchanged),
      ("rejected", report.rejected), ("review", report.review),
    ] {
      json.key(name)
      json.integer(number)
    }
    json.endObject()
    return json.bytes
  }
}
