/// Make files the office's own policy and catalogues. They are records: a past day is judged by its
/// own, and undo brings back what held before.
package enum PolicyImport: Command {
  package static let specification = CommandSpecification(
    "policy.import", "import the policy", "Make files the office's own policy and catalogues",
    on: nil, destroys: true,
    [
      Parameter(
        "text", "Text", .note, "A policy or a catalogue as JSON", required: true, repeated: true),
      Parameter("file", "File", .text, "What messages call it", repeated: true),
      Parameter("reason", "Reason", .note, "Why"),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let names = input.texts("file")
    let files = input.texts("text").enumerated().map { place, text in
      DataFile(
        name: names.indices.contains(place) ? names[place] : "the text", bytes: Array(text.utf8))
    }
    do throws(CatalogueError) {
      try PolicyFiles(files, in: draft.workspace).write(to: &draft)
    } catch {
      throw .policy(error.description)
    }
    if let reason = input.text("reason"), !draft.isEmpty { draft.why(reason) }
  }

  /// Why some operations on policies may not be: records would be left without their words. Of what
  /// takes an import back, or a policy away.
  package static func refusal(
    _ operations: [Operation], in workspace: Workspace
  ) -> CommandError? {
    guard operations.contains(where: { $0.record?.kind == .policy }) else { return nil }
    let after = workspace.foreseen(operations.filter { $0.record?.kind == .policy })
    do throws(CatalogueError) {
      try PolicyCheck(workspace, after.policy, after.catalogues).check()
      return nil
    } catch {
      return .policy(error.description)
    }
  }
}
