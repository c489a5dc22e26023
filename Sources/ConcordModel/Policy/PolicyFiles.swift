import ConcordJSON

/// Files that are to become the office's own policy and catalogues: read, checked against each other
/// and against what the office has on record.
package struct PolicyFiles: Sendable {
  /// A file that was read.
  package struct Entry: Sendable {
    /// `policy`, or the catalogue's name.
    package let name: String
    /// What the file says.
    package let source: JSONValue
    /// The whole document, as it is written.
    package let document: JSONValue
    /// What holds now under this name.
    package let before: JSONValue?
    fileprivate let file: DataFile
  }

  /// In the order in which they were given.
  package let entries: [Entry]

  /// The longest document, in bytes, written as short as can be: a text of one field.
  package static let longest = Text.longestField

  /// Reads files, and checks all that would follow.
  ///
  /// A catalogue is replaced whole; of a policy what a file says nothing of stays as it is.
  package init(_ files: [DataFile], in workspace: Workspace) throws(CatalogueError) {
    var entries: [Entry] = []
    var policy = workspace.policy
    var own: [CatalogueName: CatalogueReader] = [:]
    for file in files {
      let root = try file.root()
      let name: String
      if root.has("catalogue") {
        let reader = try CatalogueReader.read(file)
        name = reader.name.rawValue
        own[reader.name] = reader
      } else if Policy.fields.dropFirst(2).contains(where: root.has) {
        name = OwnPolicy.policyName
        policy = try Policy.read(file, filling: workspace.policy)
      } else {
        throw root.error(.neither, field: nil)
      }
      guard !entries.contains(where: { $0.name == name }) else {
        throw CatalogueError(file: file.name, position: nil, reason: .fileTwice)
      }
      entries.append(try Self.entry(name, file, workspace))
    }
    let names = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.file.name) })
    // What is to blame is one of the files, whichever of two that do not go together it is.
    func blame(
      _ name: String, _ reason: CatalogueError.Reason, _ field: String
    ) -> CatalogueError {
      CatalogueError(
        file: names[name] ?? entries.first?.file.name ?? name, position: nil, field: field,
        reason: reason)
    }
    // Before what catalogues say of each other: whose records it is about is what people look for.
    try PolicyCheck.checkUse(
      workspace, after: { own[$0]?.catalogue ?? workspace.catalogues[$0] }, blame: blame)
    let catalogues: Catalogues
    do throws(CatalogueReplacement.Failure) {
      catalogues = try CatalogueReplacement(
        workspace.shippedPolicy.catalogues, own.merging(Self.others(own, workspace)) { $1 },
        new: Set(own.keys)
      ).catalogues
    } catch {
      throw error.error
    }
    try PolicyCheck(workspace, policy, catalogues, blame: blame).check()
    self.entries = entries
  }

  private static func entry(
    _ name: String, _ file: DataFile, _ workspace: Workspace
  ) throws(CatalogueError) -> Entry {
    let before = PolicyDocument.inForce(name, in: workspace)
    guard let source = PolicyDocument.value(file.bytes) else {
      throw CatalogueError(file: file.name, position: nil, reason: .neither)
    }
    var document = source
    if name == OwnPolicy.policyName, let before {
      document = PolicyDocument.merged(document, over: before)
    }
    let size = PolicyDocument.line(document).utf8.count
    guard size <= longest else {
      throw CatalogueError(
        file: file.name, position: nil, reason: .tooLarge(bytes: size, limit: longest))
    }
    return Entry(name: name, source: source, document: document, before: before, file: file)
  }

  /// The office's own catalogues that are not replaced.
  private static func others(
    _ own: [CatalogueName: CatalogueReader], _ workspace: Workspace
  ) -> [CatalogueName: CatalogueReader] {
    var others: [CatalogueName: CatalogueReader] = [:]
    for policy in workspace.ownPolicies {
      guard let name = CatalogueName(rawValue: policy.name), own[name] == nil,
        !workspace.policyProblems.contains(where: { $0.file == policy.name })
      else { continue }
      let file = DataFile(name: policy.name, bytes: Array(policy.text.utf8), isLenient: true)
      others[name] = try? CatalogueReader.read(file)
    }
    return others
  }

  /// Puts into a draft what the files change.
  package func write(to draft: inout Draft) {
    for entry in entries where entry.document != entry.before {
      let id = OwnPolicy.id(of: entry.name)
      let text = FieldValue.text(PolicyDocument.line(entry.document))
      if draft.workspace[.policy].row(id.bits) == nil {
        draft.new(id, ["name": .text(entry.name), "text": text], derived: false)
        continue
      }
      if !draft.workspace.contains(id) { draft.set(id, "gone", nil) }
      draft.set(id, "name", .text(entry.name))
      draft.set(id, "text", text)
    }
  }
}
