/// What is wrong with a line of a journal.
public enum LineFault: Error, Hashable, Sendable {
  /// It is not the text that a line is: what was expected instead.
  case layout(String)
  /// It was written by a newer version.
  case version(Int64)
  /// It holds a kind of operation that this version does not know.
  case operation(String)
  /// It names another writer than its directory does.
  case writer(String)
  /// Its number does not follow the one before.
  case sequence(found: Int64, expected: Int64)
  /// Its clock does not go on from the line before.
  case clock
  /// It does not continue the line before it.
  case chain
  /// Its bytes are not those that were written.
  case hash
  /// The lines of a group do not belong together.
  case group
  /// It does not begin a branch of its writer's journal, as its directory says.
  case branch
  /// It ends in the middle, but is not the journal's end.
  case unfinished

  /// Whether only a newer version can read on; nothing is broken then.
  public var isNewer: Bool {
    switch self {
    case .version, .operation: true
    default: false
    }
  }

  /// What it is, in words, with what to do.
  public var sentence: String {
    isNewer ? words : words + "; restore the journal from a copy, or run concord doctor"
  }

  /// What it is, in words.
  package var words: String {
    switch self {
    case .layout(let expected): "this is not a line of a journal (\(expected))"
    case .version(let version):
      "written by a newer version of Concord (line format \(version), this one knows 1): "
        + "install it to change anything; until then the store can be read"
    case .operation(let kind):
      "written by a newer version of Concord (operation “\(kind)”): "
        + "install it to change anything; until then the store can be read"
    case .writer(let name):
      "the line says that writer \(name) wrote it, its directory says another"
    case .sequence(let found, let expected):
      "line number \(found) stands where \(expected) should be"
    case .clock: "its time is before that of the line above"
    case .chain: "it does not continue the line above"
    case .hash: "its bytes were changed after it was written"
    case .group: "the lines of this change do not belong together"
    case .branch: "it is no branch of its writer's journal, as the directory's name says"
    case .unfinished: "it ends in the middle"
    }
  }
}
