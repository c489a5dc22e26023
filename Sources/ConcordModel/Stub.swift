public enum Level: Int, Comparable, Sendable { case veryLow, low, moderate, high, veryHigh
  var words: String { "" }
  public static func < (l: Level, r: Level) -> Bool { l.rawValue < r.rawValue } }
public struct Rating: Hashable, Sendable { public let likelihood: Int, impact: Int
  init?(likelihood: Int, impact: Int) { self.likelihood = likelihood; self.impact = impact }
  func reduced(likelihood: Int, impact: Int) -> Rating { self } }
public struct Policy: Sendable { public static let standard = Policy()
  func level(_ r: Rating) -> Level { .low }
  func score(_ r: Rating) -> Double { 0 }
  func rollUp(_ s: [Double], level: Level) -> Double { 0 }
  func reviewMonths(tier: Int) -> Int { 12 } }
public struct TreatmentEntry { var key: String, words: String, likelihoodEffect: Int, impactEffect: Int }
public struct ChecklistItem { var key: String, title: String, criterion: String, isMandatory: Bool, days: Int }
public struct Catalogues: Sendable { public static let standard = Catalogues()
  func needsVetting(kind: String, tier: Int) -> Bool { true }
  func shortKind(_ k: String) -> String { k }
  func key(_ t: String, in: String) -> String? { t }
  func keys(_ t: String) -> [String] { [] }
  func treatment(_ t: String, category: String) -> TreatmentEntry? { nil }
  func treatments(category: String) -> [TreatmentEntry] { [] }
  func checklist(kind: String, tier: Int) -> [ChecklistItem] { [] }
  func classKey(ofKind: String) -> String? { nil } }
extension Catalogues { func matching(_ t: String, in: String) -> [String] { [t] }
  func words(_ k: String, in: String) -> String { k } }
extension Level { package var short: String { "" }; package var abbreviation: String { "" } }
extension Policy { package func top(of: Level) -> Double { 0 } }
