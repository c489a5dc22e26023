import ConcordDashboard
import ConcordInterchange
import ConcordModel
import ConcordStore
import ConcordTerminal
import Synchronization

/// Reads what is to be imported on a thread of its own: keys stay live, and ^C stops it.
package final class ImportWorker {
  /// What is to be read.
  enum Source: Sendable {
    case file(String)
    case cells(String)
  }

  /// What a reading came to.
  struct Reading: Sendable {
    let number: Int
    let file: SourceFile
    /// The version of the state that the rows were compared with.
    let version: Int
    let result: ImportResult
  }

  private struct Ending: Sendable {
    let number: Int
    let reading: Reading?
    let problem: String?
  }

  private struct State: Sendable {
    /// The reading that is wanted; others stop.
    var wanted = 0
    var progress: Progress?
    var ending: Ending?
  }

  private final class Mailbox: Sendable {
    let state = Mutex(State())
    let bell = Bell()
  }

  private let mailbox = Mailbox()
  /// When the reading began, on the monotonic clock.
  private var began = MonotonicClock.milliseconds
  /// What was read last and not imported yet.
  private(set) var reading: Reading?

  package init() {}

  /// Readable when there is news.
  package var descriptor: Int32 { mailbox.bell?.descriptor ?? -1 }

  /// Begins to read; what was being read before is dropped. False where there is no thread for it.
  func start(_ source: Source, _ workspace: Workspace, _ context: CommandContext) -> Bool {
    cancel()
    let number = mailbox.state.withLock { $0.wanted }
    began = MonotonicClock.milliseconds
    let thread = WorkThread { [mailbox] in
      let ending = Self.read(source, number, workspace, context, mailbox)
      mailbox.state.withLock { if $0.wanted == number { $0.ending = ending } }
      mailbox.bell?.ring()
    }
    thread?.detach()
    return thread != nil
  }

  /// Lets it be: nothing more is heard of it.
  func cancel() {
    reading = nil
    mailbox.state.withLock { state in
      state.wanted += 1
      state.progress = nil
      state.ending = nil
    }
  }

  private static func read(
    _ source: Source, _ number: Int, _ workspace: Workspace, _ context: CommandContext,
    _ mailbox: Mailbox
  ) -> Ending {
    do throws(ImportFailure) {
      let file =
        switch source {
        case .file(let path): try SourceFile.read(path: path)
        case .cells(let text): SourceFile(name: "pasted cells", bytes: Array(text.utf8))
        }
      let result = try Importer(workspace, context, ImportOptions()).run(file) { progress in
        let isWanted = mailbox.state.withLock { state in
          guard state.wanted == number else { return false }
          state.progress = progress
          return true
        }
        mailbox.bell?.ring()
        return isWanted
      }
      let reading = Reading(
        number: number, file: file, version: workspace.version, result: result)
      return Ending(number: number, reading: reading, problem: nil)
    } catch {
      return Ending(number: number, reading: nil, problem: error.description)
    }
  }

  /// What has happened since: how far it has come, or what came of it.
  package func news() -> [Action] {
    mailbox.bell?.clear()
    let (progress, ending) = mailbox.state.withLock { state in
      defer { state.ending = nil }
      return (state.progress, state.ending)
    }
    if let ending { return [.importPreview(preview(ending))] }
    let milliseconds = MonotonicClock.milliseconds - began
    return [.running(progress.map { RunningWork($0, milliseconds: milliseconds) })]
  }

  /// Names that a preview shows at the most.
  private static let shownNames = 12

  private func preview(_ ending: Ending) -> ImportPreview {
    guard let found = ending.reading else {
      return ImportPreview(
        number: ending.number, name: "import", sentence: ending.problem ?? "nothing was read",
        lines: [], canImport: false)
    }
    reading = found
    var lines: [String] = []
    for operation in found.result.operations where lines.count < Self.shownNames {
      guard case .new(let id, let values, _) = operation, id.kind == .partner,
        let name = values.first(where: { $0.name == "name" })?.value.text
      else { continue }
      lines.append("new: " + Text.oneLine(name))
    }
    for refusal in found.result.report.refusals.prefix(Self.shownNames) {
      lines.append("line \(refusal.line): " + Text.oneLine(refusal.reason))
    }
    return ImportPreview(
      number: found.number, name: Text.oneLine(found.file.name), sentence: found.result.sentence,
      lines: lines, canImport: !found.result.changesNothing)
  }

  /// What a reading comes to in the state that it is to be written to: the same as before, unless
  /// something was changed since.
  static func operations(
    _ reading: Reading, _ workspace: Workspace, _ context: CommandContext
  ) throws(CommandError) -> [Operation] {
    if workspace.version == reading.version { return reading.result.operations }
    do throws(ImportFailure) {
      return try Importer(workspace, context, ImportOptions())
        .run(reading.file, work: ThreadedWork()).operations
    } catch {
      throw .invalid(parameter: "import", value: reading.file.name, expected: error.description)
    }
  }

  /// Takes the reading of a number out, to be imported.
  func take(_ number: Int) -> Reading? {
    guard let found = reading, found.number == number else { return nil }
    reading = nil
    return found
  }
}
