import ConcordDashboard
import ConcordJSON
import ConcordModel

/// A dashboard's keepsake as JSON.
struct KeepsakeDocument {
  private static let version = 1

  let keepsake: Keepsake

  init(_ keepsake: Keepsake) { self.keepsake = keepsake }

  /// The bytes of the document.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if let draft = keepsake.draft {
      json.key("draft")
      write(draft, to: &json)
    }
    json.key("layouts")
    json.beginObject()
    for (screen, layout) in keepsake.layouts.sorted(by: { $0.key < $1.key }) {
      json.key(screen)
      json.beginObject()
      json.key("filter")
      json.string(layout.filter)
      if let order = layout.order {
        json.key("sort")
        json.string(order.text)
      }
      json.endObject()
    }
    json.endObject()
    if let looked = keepsake.looked {
      json.key("looked")
      write(looked, to: &json)
    }
    json.key("version")
    json.integer(Self.version)
    json.key("views")
    json.beginArray()
    for view in keepsake.views { json.string(view.line) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  private func write(_ looked: LastLook, to json: inout JSONWriter) {
    json.beginObject()
    json.key("at")
    json.string(looked.at.iso)
    json.key("lines")
    json.beginObject()
    for (writer, number) in looked.lines.sorted(by: { $0.key < $1.key }) {
      json.key(writer)
      json.integer(number)
    }
    json.endObject()
    json.endObject()
  }

  private func write(_ draft: FormDraft, to json: inout JSONWriter) {
    json.beginObject()
    json.key("fields")
    json.beginArray()
    for entry in draft.entries {
      json.beginArray()
      for text in [entry.field, entry.before, entry.text] { json.string(text) }
      json.endArray()
    }
    json.endArray()
    json.key("kind")
    json.string(draft.kind.letter)
    if let record = draft.record {
      json.key("record")
      json.string(record.text)
    }
    json.endObject()
  }

  /// Reads a document; nil where it is none of ours.
  init?(_ bytes: [UInt8]) {
    guard let root = try? JSONValue.parse(bytes), root["version"]?.integer == Int64(Self.version)
    else { return nil }
    var keepsake = Keepsake()
    keepsake.views = (root["views"]?.array ?? []).compactMap(\.string)
      .compactMap { SavedView(line: $0) }
    if case .object(let members)? = root["layouts"] {
      for member in members {
        guard let filter = member.value["filter"]?.string else { continue }
        keepsake.layouts[member.key] = Keepsake.Layout(
          filter: filter, order: member.value["sort"]?.string.map { SortOrder(text: $0) })
      }
    }
    keepsake.draft = root["draft"].flatMap(Self.draft)
    keepsake.looked = root["looked"].flatMap(Self.looked)
    self.keepsake = keepsake
  }

  private static func looked(_ value: JSONValue) -> LastLook? {
    guard let at = value["at"]?.string.flatMap({ Instant(iso: $0) }),
      let lines = value["lines"]?.members
    else { return nil }
    let numbers = lines.compactMap { member in
      member.value.integer.map { (member.key, $0) }
    }
    return LastLook(at: at, lines: Dictionary(numbers, uniquingKeysWith: { max($0, $1) }))
  }

  private static func draft(_ value: JSONValue) -> FormDraft? {
    guard let letter = value["kind"]?.string?.utf8.first, let kind = RecordKind(rawValue: letter)
    else { return nil }
    let entries = (value["fields"]?.array ?? []).compactMap { field -> FormDraft.Entry? in
      let texts = (field.array ?? []).compactMap(\.string)
      return texts.count == 3
        ? FormDraft.Entry(field: texts[0], before: texts[1], text: texts[2]) : nil
    }
    let record: RecordID? = value["record"]?.string.flatMap { RecordID($0) }
    return entries.isEmpty ? nil : FormDraft(kind: kind, record: record, entries: entries)
  }
}
