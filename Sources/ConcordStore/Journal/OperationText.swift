import ConcordJSON
import ConcordModel

/// Operations as the journal writes them.
package enum OperationText {
  /// Appends an operation; `salt` keeps its hash from telling what it was once it is redacted.
  package static func append(_ operation: Operation, salt: UInt64, to json: inout JSONWriter) {
    json.beginObject()
    json.key("k")
    switch operation {
    case .new(let id, let values, let isDerived):
      json.string("new")
      record(id, &json)
      json.key("v")
      json.beginObject()
      for named in values {
        json.key(named.name)
        value(named.value, &json)
      }
      json.endObject()
      if isDerived {
        json.key("d")
        json.bool(true)
      }
    case .set(let id, let change):
      json.string("set")
      record(id, &json)
      json.key("f")
      json.string(change.field)
      json.key("v")
      if let new = change.value { value(new, &json) } else { json.null() }
      if let was = change.was {
        json.key("was")
        value(was, &json)
      }
      lines(of: change.of, origin: change.origin, &json)
    case .add(let id, let change): element("add", id, change, &json)
    case .take(let id, let change): element("take", id, change, &json)
    case .delete(let id):
      json.string("del")
      record(id, &json)
    case .why(let reason):
      json.string("why")
      json.key("v")
      json.string(reason)
    case .redact(let removed):
      json.string("redact")
      json.key("l")
      json.line(removed.line)
      json.key("i")
      json.integer(removed.place)
      if let id = removed.record { record(id, &json) }
      if let field = removed.field {
        json.key("f")
        json.string(field)
      }
      json.key("h")
      json.string(removed.digest)
      if let replacement = removed.replacement {
        json.key("e")
        json.string(replacement)
      }
    }
    json.key("s")
    json.bytes.append(UInt8(ascii: "\""))
    HexDigits.append(salt, to: &json.bytes)
    json.bytes.append(UInt8(ascii: "\""))
    json.endObject()
  }

  private static func element(
    _ kind: String, _ id: RecordID, _ change: ElementChange, _ json: inout JSONWriter
  ) {
    json.string(kind)
    record(id, &json)
    json.key("f")
    json.string(change.field)
    json.key("e")
    json.string(change.element)
    lines(of: change.of, origin: change.origin, &json)
  }

  private static func record(_ id: RecordID, _ json: inout JSONWriter) {
    json.key("r")
    json.string(id.text)
  }

  private static func lines(of: LineID?, origin: LineID?, _ json: inout JSONWriter) {
    if let of {
      json.key("of")
      json.line(of)
    }
    if let origin {
      json.key("og")
      json.line(origin)
    }
  }

  /// Appends a field's value.
  package static func value(_ value: FieldValue, _ json: inout JSONWriter) {
    switch value {
    case .text(let text): json.string(text)
    case .integer(let number): json.integer(number)
    case .truth(let truth): json.bool(truth)
    case .texts(let elements):
      json.beginArray()
      for element in elements { json.string(element) }
      json.endArray()
    case .raw(let text): json.raw(text)
    }
  }
}
