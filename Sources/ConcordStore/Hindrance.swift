/// Something of the store's files that it can do without, and why it is not there for it.
public enum Hindrance: Hashable, Sendable {
  /// The cache, or what keeps earlier days, is of no use: reading takes longer.
  case cache(StoreError)
  /// What this machine has seen of the journals cannot be read: a cut would not be noticed.
  case heads(StoreError)

  /// Why.
  public var error: StoreError {
    switch self {
    case .cache(let error), .heads(let error): error
    }
  }

  /// Why, and what to do.
  public var sentence: String { error.sentence }

  /// What it means, why, and what to do.
  public var warning: String {
    switch self {
    case .cache: "without its cache this is slower: " + sentence
    case .heads(.forgotten): sentence
    case .heads: "a journal that was cut short would not be noticed: " + sentence
    }
  }

  /// Whether it is about what was seen of the journals.
  var isOfHeads: Bool {
    switch self {
    case .heads: true
    case .cache: false
    }
  }
}
