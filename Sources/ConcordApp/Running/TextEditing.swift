import ConcordModel
import ConcordTerminal
import Glibc

/// A text of a record in the user's editor: a file of its own in a private directory.
struct TextEditing {
  /// What came of it.
  enum Outcome {
    /// It was left as it was.
    case unchanged
    /// The new text.
    case changed(String)
    /// Why it cannot be taken, in a sentence.
    case failed(String)
  }

  private let editor: String
  private let directory: ScratchDirectory

  /// Makes a directory for one file.
  /// - Throws: ``CommitFailure`` where none can be made.
  init(editor: String) throws(CommitFailure) {
    self.editor = editor
    do {
      directory = try ScratchDirectory("note")
    } catch {
      let parent = Text.visible(error.parent)
      let what = "no directory for the editor's file could be made in \(parent)"
      throw .store(what + ": " + Self.words(error.code))
    }
  }

  /// Where the text stands, until it is removed.
  var file: String { directory.path + "/note.txt" }

  private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Lets the text be edited; the editor has the terminal meanwhile.
  func run(_ text: String) -> Outcome {
    let name = Text.visible(editor)
    guard write(text) else {
      return ended("the editor's file could not be written: \(Self.words(errno))")
    }
    guard let program = ChildProgram(editor, arguments: [file]) else {
      return ended("no editor is named: set EDITOR")
    }
    switch program.run() {
    case .exited(0): break
    case .exited(let status): return ended("\(name) ended with \(status); the note is as it was")
    case .killed(let signal):
      return .failed("\(name) was killed by signal \(signal); its text is in \(file)")
    case .asked(let signal):
      return .failed("Concord was asked to end (\(signal)); the editor's text is in \(file)")
    case .failed(let code):
      return ended("\(name) did not start (\(Self.words(code))); set EDITOR to one that is here")
    }
    guard let bytes = read() else {
      return .failed("\(file) could not be read back: \(Self.words(errno))")
    }
    guard let edited = String(validating: bytes, as: UTF8.self) else {
      return .failed("the text is not UTF-8; it is kept in \(file)")
    }
    let trimmed = Text.trimmed(edited)
    guard trimmed != Text.trimmed(text) else {
      remove()
      return .unchanged
    }
    return .changed(trimmed)
  }

  private func ended(_ sentence: String) -> Outcome {
    remove()
    return .failed(sentence)
  }

  /// Takes the file away, with what the editor left beside it.
  func remove() { directory.remove() }

  private func write(_ text: String) -> Bool {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return WholeWrite.write(Array((text + "\n").utf8), to: descriptor)
  }

  private func read() -> [UInt8]? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return WholeFile.read(descriptor, limit: Text.longestField)
  }
}
