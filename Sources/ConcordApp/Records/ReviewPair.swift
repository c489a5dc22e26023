import ConcordModel

/// A pair of the review list, with what tells its partners apart or shows that they are one.
struct ReviewPair {
  /// One of the two partners.
  struct Side {
    /// Its id; the text of the link where it is none.
    let id: String
    private(set) var name = ""
    private(set) var kind = ""
    private(set) var city = ""
    private(set) var state = ""
    private(set) var country = ""
    private(set) var domains: [String] = []

    init(_ id: String, _ workspace: Workspace) {
      self.id = id
      guard let record = RecordID(id), workspace.contains(record) else { return }
      func text(_ field: String) -> String { workspace.value(record, field)?.text ?? "" }
      name = text("name")
      kind = text("kind")
      city = text("city")
      state = text("state")
      country = text("country")
      if case .texts(let elements) = workspace.value(record, "domains") { domains = elements }
    }

    /// `Vernal, UT, US`, without what nobody knows.
    var place: String { [city, state, country].filter { !$0.isEmpty }.joined(separator: ", ") }
  }

  let id: RecordID
  let from: Side
  let to: Side
  /// What speaks for it.
  let note: String

  init(link row: Int, _ workspace: Workspace) {
    func text(_ field: String) -> String {
      workspace.storedValue(.link, row: row, field)?.text ?? ""
    }
    id = workspace[.link].id(row)
    from = Side(text("from"), workspace)
    to = Side(text("to"), workspace)
    note = text("note")
  }
}
