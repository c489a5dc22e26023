/// How findings name records.
enum CheckWords {
  /// Such as `Deltawave Analytics, Inc.: “No oversight body”`.
  static func flag(_ id: RecordID, _ workspace: Workspace) -> String {
    of(workspace.row(id).flatMap { Flag(workspace, $0).partner }, id, workspace)
  }

  /// A record of one partner, by both names.
  static func of(_ partner: RecordID?, _ id: RecordID, _ workspace: Workspace) -> String {
    let name = workspace.partnerName(partner) ?? "nobody on record"
    return "\(name): “\(workspace.title(id))”"
  }

  /// A record of any kind, such as `agreement “DSA-118” of Harbor City PD`.
  static func any(_ id: RecordID, _ workspace: Workspace) -> String {
    let word = workspace.fields[id.kind].word
    guard let row = workspace.row(id) else { return "\(word) \(id.text)" }
    let named = "\(word) “\(workspace.title(id))”"
    guard id.kind != .partner,
      let partner = workspace.partnerRows(of: id.kind, row: row).first
    else { return named }
    return "\(named) of \(Partner(workspace, partner).name)"
  }

  /// A case by its partner, type and beginning.
  static func vettingCase(_ id: RecordID, _ workspace: Workspace) -> String {
    guard let row = workspace.row(id) else { return id.text }
    let view = VettingCase(workspace, row)
    let name = workspace.partnerName(view.partner) ?? "nobody on record"
    let type =
      view.type.isEmpty ? "" : workspace.catalogues.words(view.type, in: "case-types") + " "
    let opened = view.opened.map { " of \($0.text)" } ?? ""
    return "\(name): the \(type)case\(opened)"
  }

  /// Such as `likelihood 4, impact 5 (very high)`.
  static func rating(_ rating: Rating, _ workspace: Workspace) -> String {
    "likelihood \(rating.likelihood), impact \(rating.impact) "
      + "(\(workspace.policy.level(rating).words))"
  }

  /// A person's name; the author name where nobody on record has it.
  static func author(_ handle: String, _ workspace: Workspace) -> String {
    workspace.personName(workspace.person(handle: handle)) ?? handle
  }

  /// The text of a field; empty where there is none.
  static func text(_ id: RecordID, _ field: String, _ workspace: Workspace) -> String {
    workspace.value(id, field)?.text ?? ""
  }
}
