import ConcordModel

/// The review list: pairs of partners that an import could not tell apart.
public enum PairReview {
  /// Lists the pairs that nobody has settled.
  public static func list(
    _ format: OutputFormat, _ common: CommonOptions
  ) throws(CommandLineFailure) {
    let session = try common.session()
    var list = RecordList(kind: "links")
    list.query = "type:\(Self.open)"
    let schema = session.workspace.fields[.link]
    let pairs = try list.rows(schema, session).map { ReviewPair(link: $0, session.workspace) }
    var output = StandardOutput.output
    try PairDocument(session.workspace).write(pairs, format, to: &output)
    try output.flush()
    if pairs.isEmpty, format == .table { StandardOutput.say("no pair waits for review") }
  }

  /// Says of a pair that it is the same body, or two.
  public static func settle(
    _ answer: String, _ texts: [String], reason: String?, _ common: CommonOptions
  ) throws(CommandLineFailure) {
    guard answer == "same" || answer == "different" else {
      throw CommandLineFailure(
        .usage, "“\(Text.visible(answer))” is no answer: expected same or different")
    }
    let session = try common.session()
    var invocation = Invocation("review.settle")
    switch texts.count {
    case 1: invocation.subjects = try VerbProgram.find(texts, kinds: [.link], session)
    case 2: invocation.subjects = [try pair(texts, session)]
    default:
      throw CommandLineFailure(
        .usage, "concord review \(answer) needs both partners, or the id of the pair")
    }
    invocation.answers["answer"] = [answer]
    if let reason { invocation.answers["reason"] = [reason] }
    var call = try VerbCall([], common: common)
    call.isDryRun = false
    try VerbProgram.run(invocation, call, session)
  }

  /// The catalogue's key of a pair in doubt.
  private static let open = "possible-same"

  private static func pair(
    _ texts: [String], _ session: Session
  ) throws(CommandLineFailure) -> RecordID {
    let workspace = session.workspace
    let ids = try VerbProgram.find(texts, kinds: [.partner], session)
    guard ids.count == 2, let row = workspace.row(ids[0]) else {
      throw CommandLineFailure(.failed, "both names mean the same record")
    }
    let links = workspace.linkRows(partnerRow: row).map { workspace[.link].id($0) }
    for link in links where workspace.value(link, "type") == .text(open) {
      let ends = [workspace.value(link, "from")?.text, workspace.value(link, "to")?.text]
      if ends.contains(ids[1].text) { return link }
    }
    throw CommandLineFailure(
      .failed,
      "\(ids[0].text) and \(ids[1].text) are no pair of the review list (concord review lists them)"
    )
  }
}
