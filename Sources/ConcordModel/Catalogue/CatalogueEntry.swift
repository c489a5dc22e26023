/// A row of a catalogue: what a field can hold, and how people call it.
public struct CatalogueEntry: Hashable, Sendable {
  /// What is stored: lower-case words joined by hyphens, or a code of two capitals.
  public let key: String
  /// What people read.
  public let words: String
  /// The same in at most nine characters, for narrow columns.
  public let short: String
  /// A code of two letters, where one is needed.
  public let code: String?
  /// Other names that people and files use for it.
  public let names: [String]
  /// A sentence about it, where one helps.
  public let explains: String?
  /// What this catalogue's rows hold besides.
  public let attributes: [Attribute]

  /// An attribute by its name. A row has a handful: a list is quicker than a dictionary.
  public struct Attribute: Hashable, Sendable {
    /// As the file calls it.
    public let name: String
    /// What it holds.
    public let value: CatalogueValue
  }

  /// The value of an attribute.
  public subscript(attribute: String) -> CatalogueValue? {
    attributes.first { $0.name == attribute }?.value
  }

  /// Whether an attribute is true; absent is false.
  public func holds(_ attribute: String) -> Bool { self[attribute] == .truth(true) }

  /// A whole number among the attributes.
  public func number(_ attribute: String) -> Int? {
    if case .number(let value) = self[attribute] { value } else { nil }
  }

  /// Whole numbers among the attributes; absent is none.
  public func numbers(_ attribute: String) -> [Int] {
    if case .numbers(let values) = self[attribute] { values } else { [] }
  }

  /// A text or a key among the attributes.
  public func text(_ attribute: String) -> String? {
    if case .text(let value) = self[attribute] { value } else { nil }
  }

  /// Texts or keys among the attributes; absent is none.
  public func texts(_ attribute: String) -> [String] {
    if case .texts(let values) = self[attribute] { values } else { [] }
  }
}
