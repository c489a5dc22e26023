import ConcordModel

/// What one row says of one partner.
struct PartnerFacts: Sendable {
  let line: Int
  /// The record on file that the row names by its id.
  var id: RecordID?
  /// The id that the row brings along, of no record here: that of its record where it came from.
  var newID: RecordID?
  var name: String
  /// The organisation that a sub-organisation belongs to.
  var parentName: String?
  var kind: String
  /// The place of the kind in the preset's order; the lowest wins.
  var kindRank = Int.max
  var classKey: String
  /// Fields with one value, in the order of the plan.
  var values: [(field: String, value: FieldValue)] = []
  /// Fields with several values.
  var sets: [(field: String, elements: [String])] = []
  /// Fields whose value comes from the preset alone, which no record on file is changed for.
  var presetFields: Set<String> = []
  /// Those of the domains that were written as the address of a page.
  var pages: Set<String> = []
  /// The office's own fields.
  var own: [(name: String, text: String)] = []

  /// The text of a field.
  func text(_ field: String) -> String? {
    values.first { $0.field == field }?.value.text
  }

  /// The elements of a set.
  func elements(_ field: String) -> [String] {
    sets.first { $0.field == field }?.elements ?? []
  }

  mutating func add(_ element: String, to field: String) {
    guard let place = sets.firstIndex(where: { $0.field == field }) else {
      sets.append((field, [element]))
      return
    }
    if !sets[place].elements.contains(element) { sets[place].elements.append(element) }
  }

  mutating func setIfAbsent(_ field: String, _ value: FieldValue) {
    if !values.contains(where: { $0.field == field }) { values.append((field, value)) }
  }
}
