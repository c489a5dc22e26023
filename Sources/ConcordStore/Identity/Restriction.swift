import ConcordModel

/// Why a store can only be read. Whatever is good of it is shown.
public enum Restriction: Hashable, Sendable {
  /// It was opened like that.
  case asked
  /// It is shown as it was at the end of an earlier day.
  case past(Day)
  /// This account may not write there.
  case permission(path: String)
  /// The store's format is a newer version's.
  case newerFormat(path: String, Int)
  /// A journal is damaged, cut, or holds what only a newer version knows.
  case journal(StoreError)
  /// A failed write could not be undone: the journal's end is unknown until the store is opened
  /// again.
  case unknownEnd(StoreError)

  /// Why, and what to do.
  public var sentence: String {
    switch self {
    case .asked: Obstacle.readOnly.sentence
    case .past(let day):
      "this is the office as of \(day.text), and the past cannot be changed; leave --as-of away"
    case .permission(let path):
      "the store is open to be read only: this account may not write to \(Text.visible(path))"
    case .newerFormat(let path, let format):
      "the store is open to be read only: \(Text.visible(path)) has format \(format), this version "
        + "of Concord writes \(StoreIdentity.currentFormat); install the newer one"
    case .journal(let error), .unknownEnd(let error):
      "the store is open to be read only: " + error.sentence
    }
  }

  package var failure: CommitFailure {
    self == .asked ? .refused(.obstacle(nil, .readOnly)) : .store(sentence)
  }
}
