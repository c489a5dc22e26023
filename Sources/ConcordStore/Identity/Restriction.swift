import ConcordModel

/// Why a store can only be read. Whatever is good of it is shown.
public enum Restriction: Hashable, Sendable {
  /// It was opened like that.
  case asked
  /// It is shown as it was at the end of an earlier day.
  case past(Day)
  /// This account may not write there.
  case permission(path: String)
  /// The disk can only be read.
  case readOnlyDisk(path: String)
  /// Something else stands where one of the store's files or directories should.
  case misfit(StoreError)
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
    case .readOnlyDisk(let path):
      "the store is open to be read only: the disk under \(Text.visible(path)) can only be read; "
        + "to change anything, copy the store to another, or have that one mounted to be written"
    case .newerFormat(let path, let format):
      "the store is open to be read only: \(Text.visible(path)) has format \(format), this version "
        + "of Concord writes \(StoreIdentity.currentFormat); install the newer one"
    case .journal(let error), .unknownEnd(let error), .misfit(let error):
      "the store is open to be read only: " + error.sentence
    }
  }

  /// Whether the store is not what was written.
  var isDamage: Bool {
    switch self {
    case .journal, .misfit: true
    default: false
    }
  }

  /// Whether what can be read of the store may not be all that was written.
  public var mayHide: Bool {
    switch self {
    case .journal, .misfit, .newerFormat, .unknownEnd: true
    case .asked, .past, .permission, .readOnlyDisk: false
    }
  }

  /// Whether it goes before another reason: damage does, but not before that of a newer version.
  func goes(before other: Restriction) -> Bool {
    switch other {
    case .asked, .permission, .readOnlyDisk: isDamage
    default: false
    }
  }

  package var failure: CommitFailure {
    self == .asked ? .refused(.obstacle(nil, .readOnly)) : .store(sentence)
  }
}
