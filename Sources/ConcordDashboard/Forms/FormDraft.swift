import ConcordModel

/// What was typed into a form that is still open: enough to open it again after the process was killed.
package struct FormDraft: Hashable, Sendable {
  /// A field that was changed.
  package struct Entry: Hashable, Sendable {
    /// Its name.
    package let field: String
    /// What stood there when the form was opened.
    package let before: String
    /// What was typed.
    package let text: String

    package init(field: String, before: String, text: String) {
      self.field = field
      self.before = before
      self.text = text
    }
  }

  package let kind: RecordKind
  /// The record; nil where it is to be made.
  package let record: RecordID?
  package let entries: [Entry]

  package init(kind: RecordKind, record: RecordID?, entries: [Entry]) {
    self.kind = kind
    self.record = record
    self.entries = entries
  }
}
