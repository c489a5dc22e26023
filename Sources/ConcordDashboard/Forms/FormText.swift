import ConcordModel

/// Values as a form shows them to be edited: what is read back gives the same value.
enum FormText {
  static func text(_ id: RecordID, _ field: Field, _ workspace: Workspace) -> String {
    guard let value = workspace.value(id, field.name) else { return "" }
    switch (field.type, value) {
    case (.reference(let kinds), .text(let text)):
      guard let other = RecordID(text) else { return text }
      if let handle = workspace.value(other, "handle")?.text { return handle }
      let title = workspace.title(other)
      guard case .success(other) = workspace.find(title, kinds: kinds) else { return text }
      return title
    case (.references(let kinds), .texts(let elements)):
      let ids = elements.compactMap { RecordID($0) }
      let titles = ids.map { workspace.title($0) }.joined(separator: ", ")
      // Titles only where they mean the same records again.
      let isSame = (try? ReferenceList.ids(titles, kinds: kinds, in: workspace))?.sorted() == ids
      return isSame ? titles : elements.joined(separator: ", ")
    case (.instant, .integer(let number)): return Instant(milliseconds: number).iso
    case (_, .text(let text)), (_, .raw(let text)): return text
    case (_, .texts(let elements)): return elements.joined(separator: ", ")
    case (_, .integer(let number)): return String(number)
    case (_, .truth(let truth)): return truth ? "yes" : "no"
    }
  }
}
