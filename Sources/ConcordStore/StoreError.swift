import ConcordModel
import Glibc

/// Why the store could not be opened, read or written. It carries the data; `sentence` is the one
/// place that makes words of it: what, where, what to do.
public enum StoreError: Error, Hashable, Sendable {
  /// A call to the operating system failed with the error number `code`.
  case disk(Operation, path: String, code: Int32)
  /// There is nothing at the path.
  case missing(path: String)
  /// Something other than a directory stands where one should be.
  case notADirectory(path: String)
  /// Something other than a plain file stands where one should be.
  case notAFile(path: String)
  /// The directory holds other things, and no store.
  case notAStore(path: String)
  /// A new store was to be made where something is already.
  case notEmpty(path: String)
  /// A file of the store beside the journal does not say what it should.
  case unreadable(path: String, reason: String)
  /// A journal says something that cannot be: the line counts from 1.
  case damaged(path: String, line: Int, LineFault)
  /// A journal ends before a line that this machine has seen in it.
  case shortened(path: String, line: Int64, seen: Int64)
  /// A journal's segment is not there, and one that comes after it is.
  case gap(missing: String, found: String)
  /// A journal has another line than the one that this machine has seen under its number: the line
  /// of the file counts from 1.
  case replaced(path: String, line: Int, seen: LineID)
  /// What this machine has seen of the journals cannot be read.
  case forgotten(path: String)
  /// A journal has other bytes than those that were read before.
  case rewritten(path: String)
  /// A value or a record is longer than a line may be.
  case tooLong(RecordID?, field: String)
  /// There is no such line.
  case unknownLine(LineID)

  /// What was tried.
  public enum Operation: String, Hashable, Sendable {
    case look = "look at"
    case list = "list"
    case open = "open"
    case read = "read"
    case write = "write"
    case cut = "cut"
    case synchronize = "bring to disk"
    case lock = "lock"
    case makeDirectory = "make the directory"
    case rename = "rename"
    case remove = "remove"
    case watch = "watch"
  }

  /// Whether a journal is not what was written, however often it is looked at.
  package var isDamage: Bool {
    switch self {
    case .damaged, .shortened, .gap, .replaced, .notAFile, .notADirectory: true
    default: false
    }
  }

  /// What happened, where, and what to do.
  public var sentence: String {
    switch self {
    case .disk(let operation, let path, let code):
      "cannot \(operation.rawValue) \(Self.shown(path)): \(Self.words(code))\(Self.advice(code))"
    case .missing(let path):
      "there is no store at \(Self.shown(path)); make one with: concord init DIR --office NAME"
    case .notADirectory(let path):
      "\(Self.shown(path)) \(Self.directoryWanted)"
    case .notAFile(let path): "\(Self.shown(path)) \(Self.fileWanted)"
    case .notAStore(let path):
      "\(Self.shown(path)) has no concord.json, so it is no store; "
        + "make one with: concord init DIR --office NAME"
    case .notEmpty(let path):
      "\(Self.shown(path)) is not empty; choose a new directory for the store"
    case .unreadable(let path, let reason):
      "\(Self.shown(path)): \(reason); restore the file from a copy"
    case .damaged(let path, let line, let fault):
      "\(Self.shown(path)), line \(line): \(fault.sentence)"
    case .shortened(let path, let line, let seen):
      "\(Self.shown(path)) ends with line \(line), but this machine has seen line \(seen): "
        + "restore it from a copy, or run concord doctor"
    case .gap(let missing, let found):
      "\(Self.shown(missing)) is missing, and \(Self.shown(found)) cannot be read without it: "
        + "restore it from a copy"
    case .replaced(let path, let line, let seen):
      "\(Self.shown(path)), line \(line): \(Self.otherLine(seen))"
    case .forgotten(let path): "\(Self.shown(path)) \(Self.nothingSeen)"
    case .rewritten(let path):
      "\(Self.shown(path)) is not what was read before, so no cache was made of it; "
        + "start concord again"
    case .tooLong(let record, let field):
      "\(record.map { $0.text + ", " } ?? "")\(field): too long to be kept (a text may have "
        + "64 KiB); shorten it, or keep it in a document and give its reference"
    case .unknownLine(let id):
      "there is no change \(id); concord log lists them"
    }
  }

  private static let directoryWanted =
    "is not a directory, as it should be (inside a store no link is followed); move it aside, or "
    + "name another place"
  private static let fileWanted =
    "is not a plain file (links are not followed); put the file itself there, or move it aside"

  private static func otherLine(_ seen: LineID) -> String {
    "line \(seen.number) of the journal is not the one that this machine has seen; restore the "
      + "journal from a copy, or, where two copies of the store have written as \(seen.writer), "
      + "merge both with Git and run concord doctor"
  }
  private static let nothingSeen =
    "is not what was written there, so a journal that was cut short since would not be noticed; "
    + "the next change writes it anew"

  /// Where it is, where that is one file, and what is so there: for a list that names the file itself.
  package var finding: (path: String?, line: Int?, words: String) {
    switch self {
    case .damaged(let path, let line, let fault): (path, line, fault.sentence)
    case .shortened(let path, let line, let seen):
      (path, nil, "ends with line \(line), but this machine has seen line \(seen)")
    case .gap(let missing, let found):
      (
        missing, nil,
        "is missing, and \(Self.shown(found)) cannot be read without it; restore it from a copy"
      )
    case .replaced(let path, let line, let seen): (path, line, Self.otherLine(seen))
    case .forgotten(let path): (path, nil, Self.nothingSeen)
    case .notADirectory(let path): (path, nil, Self.directoryWanted)
    case .notAFile(let path): (path, nil, Self.fileWanted)
    case .unreadable(let path, let reason): (path, nil, "\(reason); restore the file from a copy")
    default: (nil, nil, sentence)
    }
  }

  private static func words(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  private static func advice(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "; check the owner and the permissions"
    case ENOSPC, EDQUOT: "; make room on the disk, then try again"
    case EROFS: "; the disk is mounted to be read only"
    case ELOOP: "; links are not followed"
    case EMFILE, ENFILE: "; too many files are open"
    default: ""
    }
  }

  /// A path as it may be printed.
  private static func shown(_ path: String) -> String { Text.visible(path) }
}

extension StoreError: CustomStringConvertible {
  /// The sentence.
  public var description: String { sentence }
}
