import ConcordModel
import ConcordStore

/// Takes a text out of the journal for good: `concord redact`.
public struct Redaction: Sendable {
  private let what: String
  /// The field of a record.
  public var field: String?
  /// Why; it stays on record.
  public var reason: String?
  /// Whether it is to be done.
  public var isConfirmed = false

  /// - Parameter what: a record, or a change.
  public init(_ what: String) { self.what = what }

  /// Does it, or says what would go.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    let target = try target(session)
    guard isConfirmed else {
      let found: [RemovedOperation]
      do {
        found = try session.store.redactionPreview(target)
      } catch {
        throw CommandLineFailure(error)
      }
      guard !found.isEmpty else {
        throw CommandLineFailure(.failed, "the journal holds nothing of that")
      }
      let changes = Set(found.map(\.line)).count
      StandardOutput.say(
        "\(Counted.words(found.count, "operation")) of \(Counted.words(changes, "line")) "
          + "would go for good; --confirm does it")
      return
    }
    guard let reason = reason.map({ Text.trimmed($0) }), !reason.isEmpty else {
      throw CommandLineFailure(.usage, "a redaction needs --reason: it stays on record")
    }
    if let mark = ClassificationBanner.found(in: reason) {
      throw CommandLineFailure(
        .usage, "--reason holds \(mark): expected \(ClassificationBanner.expected)")
    }
    do {
      let report = try session.store.redact(target, reason: reason, session.occasion)
      StandardOutput.say(
        "\(Counted.words(report.operations, "operation")) redacted as \(report.written.id); "
          + "\(Counted.words(report.segments, "file")) written anew")
      for path in report.quarantined {
        StandardOutput.say("set aside earlier, and not looked into: \(Text.visible(path))")
      }
    } catch {
      throw session.failure(error)
    }
    session.leaveCache()
  }

  /// The reason of a change: its own, or that of the decision that it made.
  private func reason(
    of line: LineID, _ session: Session
  ) throws(CommandLineFailure) -> RedactionTarget {
    let change: Transaction
    do {
      change = try session.store.transaction(line)
    } catch {
      throw CommandLineFailure(error)
    }
    guard change.reason == nil else { return .reason(line) }
    for step in change.steps {
      guard case .new(let id, let values, _) = step.operation, id.kind == .decision,
        values.contains(where: { $0.name == "reason" })
      else { continue }
      return .field(id, "reason")
    }
    return .reason(line)
  }

  private func target(_ session: Session) throws(CommandLineFailure) -> RedactionTarget {
    if let line = LineID(what) {
      guard field == nil else {
        throw CommandLineFailure(.usage, "a change has a reason and no --field")
      }
      return try reason(of: line, session)
    }
    guard let field else {
      throw CommandLineFailure(.usage, "a record needs --field: every value that it ever had goes")
    }
    // What is gone may hold the text too: whole ids count then.
    let id: RecordID
    if let whole = RecordID(what) {
      id = whole
    } else {
      switch session.workspace.find(what) {
      case .success(let found): id = found
      case .failure(let error): throw CommandLineFailure(error)
      }
    }
    let schema = session.workspace.fields[id.kind]
    guard schema.field(field) != nil || field.hasPrefix("x.") else {
      throw CommandLineFailure(
        .usage, "\(Text.withArticle(schema.word)) has no field “\(Text.visible(field))”")
    }
    if let known = schema.field(field), known.isRequired {
      // Where a choice is wanted, no word can stand in for it.
      switch known.type {
      case .text, .note: break
      default:
        throw CommandLineFailure(
          .usage, "\(field) of \(Text.withArticle(schema.word)) holds no text of anybody's")
      }
    }
    return .field(id, field)
  }
}
