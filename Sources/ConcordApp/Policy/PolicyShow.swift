import ConcordModel

/// The policy or a catalogue in force, in the form that imports read: `concord policy show`.
public struct PolicyShow: Sendable {
  /// `policy`, or the name of a catalogue.
  public var name = OwnPolicy.policyName
  /// Whether it is written on one line.
  public var isOneLine = false

  /// The policy, laid out for people.
  public init() {}

  /// Writes it on standard output; whose it is goes to standard error.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    guard let document = PolicyDocument.inForce(name, in: session.workspace) else {
      let known = PolicyDocument.names
      let guess = NearestName.of(name.lowercased(), among: known).map { ": do you mean \($0)?" }
      throw CommandLineFailure(
        .usage,
        "there is no policy or catalogue “\(Text.visible(name))”"
          + (guess ?? "; there are " + known.joined(separator: ", ")))
    }
    var output = StandardOutput.output
    let text =
      isOneLine ? PolicyDocument.line(document) + "\n" : PolicyDocument.pages(document)
    // In JSON nothing below a blank stands raw but these line ends; the rest is made visible.
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      try output.line(String(line))
    }
    try output.flush()
    StandardOutput.say(words(session))
  }

  private func words(_ session: Session) -> String {
    let workspace = session.workspace
    guard let own = workspace.ownPolicies.last(where: { $0.name == name }) else {
      return "\(name): as it ships"
    }
    if let problem = workspace.policyProblems.first(where: { $0.file == name }) {
      return "\(name): as it ships, since the office's own cannot be used: \(problem)"
    }
    return "\(name): the office's own (\(workspace.shortID(own.id)))"
  }
}
