import ConcordJSON
import ConcordModel

/// A change as JSON.
enum ChangeDocument {
  static func bytes(_ change: Transaction) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    func member(_ name: String, _ text: String?) {
      guard let text else { return }
      json.key(name)
      json.string(MachineValue.safe(text))
    }
    member("id", change.id.description)
    member("time", change.instant.iso)
    member("author", change.author)
    member("account", change.account)
    member("command", change.command)
    member("undoes", change.undoes?.description)
    member("reason", change.statedReason)
    json.key("records")
    json.beginArray()
    for record in change.records { json.string(record.text) }
    json.endArray()
    json.key("operations")
    json.beginArray()
    for step in change.steps { write(step.operation, to: &json) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  private static func write(_ operation: Operation, to json: inout JSONWriter) {
    let fields = FieldTable.standard
    func begin(_ name: String, _ id: RecordID?) {
      json.beginObject()
      json.key("do")
      json.string(name)
      guard let id else { return }
      json.key("record")
      json.string(id.text)
    }
    func value(_ name: String, _ value: FieldValue?, _ id: RecordID, _ field: String) {
      json.key(name)
      if let value {
        MachineValue.write(value, fields[id.kind].field(field)?.type ?? .text, to: &json)
      } else {
        json.null()
      }
    }
    func element(_ name: String, _ id: RecordID, _ change: ElementChange) {
      begin(name, id)
      json.key("field")
      json.string(MachineValue.safe(change.field))
      json.key("element")
      json.string(MachineValue.safe(change.element))
    }
    switch operation {
    case .new(let id, let values, _):
      begin("new", id)
      json.key("fields")
      json.beginObject()
      for named in values { value(MachineValue.safe(named.name), named.value, id, named.name) }
      json.endObject()
    case .set(let id, let change):
      begin("set", id)
      json.key("field")
      json.string(MachineValue.safe(change.field))
      value("value", change.value, id, change.field)
      value("was", change.was, id, change.field)
    case .add(let id, let change): element("add", id, change)
    case .take(let id, let change): element("take", id, change)
    case .delete(let id): begin("delete", id)
    case .why(let reason):
      begin("why", nil)
      json.key("reason")
      json.string(MachineValue.safe(reason))
    case .redact(let removed):
      begin("redact", removed.record)
      json.key("line")
      json.string(removed.line.description)
      json.key("place")
      json.integer(removed.place)
      json.key("field")
      json.string(MachineValue.safe(removed.field ?? "reason"))
    }
    json.endObject()
  }
}
