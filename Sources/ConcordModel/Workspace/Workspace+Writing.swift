import ConcordJSON

extension Workspace {
  /// Writes the value of a slot that is not empty as JSON, straight from the pool.
  package func write(_ slot: Int64, as type: FieldType, to json: inout JSONWriter) {
    switch type {
    case .text, .note:
      texts.withBytes(slot) { json.string(utf8: $0.span) }
    case .day:
      json.string(Day(number: Int32(truncatingIfNeeded: slot)).text)
    case .instant, .integer, .level:
      json.integer(slot)
    case .truth:
      json.bool(slot != 0)
    case .choice:
      json.string(texts.word(slot))
    case .reference(let kinds):
      if let id = Self.reference(slot, kinds) { json.string(id.text) } else { json.null() }
    case .texts, .choices:
      json.beginArray()
      for element in texts.elements(slot) { json.string(element) }
      json.endArray()
    }
  }

  /// Writes a value as JSON.
  package static func write(_ value: FieldValue, to json: inout JSONWriter) {
    switch value {
    case .text(let text): json.string(text)
    case .integer(let number): json.integer(number)
    case .truth(let truth): json.bool(truth)
    case .raw(let text): json.raw(text)
    case .texts(let elements):
      json.beginArray()
      for element in elements { json.string(element) }
      json.endArray()
    }
  }
}
