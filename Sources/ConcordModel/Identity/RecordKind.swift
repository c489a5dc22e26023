/// The kind of a record: the capital letter that its ids begin with.
///
/// Kinds of newer versions are carried along: any letter from `A` to `Z` is a kind, with or without
/// a schema in the table of fields.
public struct RecordKind: RawRepresentable, Hashable, Comparable, Sendable {
  /// The ASCII letter, 65 to 90.
  public let rawValue: UInt8

  /// A kind from its ASCII letter; nil when the byte is not a capital letter.
  public init?(rawValue: UInt8) {
    guard (65...90).contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  private init(_ letter: Unicode.Scalar) {
    rawValue = UInt8(truncatingIfNeeded: letter.value)
  }

  /// The letter as text, as it stands before the dash of an id.
  public var letter: String { String(Unicode.Scalar(rawValue)) }

  /// 0 for `A` to 25 for `Z`: the place of the kind's table in the workspace.
  package var index: Int { Int(rawValue) - 65 }

  /// By letter.
  public static func < (left: RecordKind, right: RecordKind) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension RecordKind {
  /// An organisation or body that the office works with.
  public static let partner = RecordKind("P")
  /// What a partner can do, compared with what we can.
  public static let capability = RecordKind("C")
  /// A tie between two partners, or a pair on the review list.
  public static let link = RecordKind("L")
  /// Something that may go wrong with a partner.
  public static let flag = RecordKind("F")
  /// A measure against a flag, planned or in force.
  public static let treatment = RecordKind("T")
  /// One decision on a flag: who, when and why.
  public static let decision = RecordKind("D")
  /// A vetting case.
  public static let vettingCase = RecordKind("V")
  /// One task of a vetting case.
  public static let task = RecordKind("K")
  /// What was agreed with partners in writing, from the draft to its end.
  public static let agreement = RecordKind("A")
  /// One entry of the ledger: what was given to a partner or received from it.
  public static let exchange = RecordKind("E")
  /// A joint training or exercise.
  public static let exercise = RecordKind("Z")
  /// A meeting, a visit, a call: contact with partners, and what was promised.
  public static let engagement = RecordKind("N")
  /// A checked fact that sharing and insider rules stand on.
  public static let accessFact = RecordKind("X")
  /// A breach, a spill or a misuse at a partner.
  public static let incident = RecordKind("I")
  /// What a rule found at many partners at once, held back as one record.
  public static let finding = RecordKind("R")
  /// A policy or a catalogue of the office's own.
  public static let policy = RecordKind("Q")
  /// A person of the office: owner, assignee, approver.
  public static let person = RecordKind("U")
}
