/// Rows that an unfinished change has touched: whose figures are to be made anew at its end.
package struct TouchedRows: Sendable {
  package var partners: Set<Int32> = []
  package var flags: Set<Int32> = []
  package var tasks: Set<Int32> = []
  package var cases: Set<Int32> = []
  package var decisions: Set<Int32> = []
  /// Whether a policy or a catalogue of the office's own is among them.
  package var policy = false
  /// Set while a whole store is read: figures are then made once, at the end.
  package var everything = false

  package init() {}

  /// How many they are.
  var count: Int { partners.count + flags.count + tasks.count + cases.count + decisions.count }

  /// Those of another change too.
  mutating func formUnion(_ other: TouchedRows) {
    partners.formUnion(other.partners)
    flags.formUnion(other.flags)
    tasks.formUnion(other.tasks)
    cases.formUnion(other.cases)
    decisions.formUnion(other.decisions)
  }

  package mutating func insert(_ kind: RecordKind, _ row: Int) {
    guard !everything else { return }
    switch kind {
    case .partner: partners.insert(Int32(row))
    case .flag: flags.insert(Int32(row))
    case .task: tasks.insert(Int32(row))
    case .vettingCase: cases.insert(Int32(row))
    case .decision: decisions.insert(Int32(row))
    case .policy: policy = true
    default: break
    }
  }
}
