import ConcordJSON
import ConcordModel

/// A field's value as programs read it: choices and levels as keys, references as ids, days as
/// `YYYY-MM-DD`, moments as ISO 8601 in UTC.
enum MachineValue {
  static func text(_ value: FieldValue, _ type: FieldType) -> String {
    switch (type, value) {
    case (.level, .integer(let number)): Level(rawValue: Int(number))?.key ?? ""
    case (.instant, .integer(let number)): Instant(milliseconds: number).iso
    case (_, .text(let text)): text
    case (_, .integer(let number)): String(number)
    case (_, .truth(let truth)): truth ? "yes" : "no"
    case (_, .texts(let elements)): elements.joined(separator: ",")
    case (_, .raw(let json)): json
    }
  }

  static func write(_ value: FieldValue, _ type: FieldType, to json: inout JSONWriter) {
    switch (type, value) {
    case (.level, .integer), (.instant, .integer): json.string(safe(text(value, type)))
    case (_, .text(let text)): json.string(safe(text))
    case (_, .integer(let number)): json.integer(number)
    case (_, .truth(let truth)): json.bool(truth)
    case (_, .texts(let elements)):
      json.beginArray()
      for element in elements { json.string(safe(element)) }
      json.endArray()
    case (_, .raw(let text)): json.raw(text)
    }
  }

  /// JSON escapes C0 by itself; C1 and bidirectional controls, which a terminal could obey, are
  /// written as their numbers.
  static func safe(_ text: String) -> String {
    Text.forbiddenScalar(in: text) == nil ? text : Text.visible(text)
  }
}
