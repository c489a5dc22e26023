import ConcordDashboard
import ConcordModel
import ConcordStore

/// Runs effects on the open store.
package struct StoreRunner: EffectRunner {
  private let session: Session
  private let workers: DashboardWorkers
  /// The change whose undo leaves something, as was said: asked for again, it is done.
  private var leaving: LineID?

  package init(_ session: Session, _ workers: DashboardWorkers = DashboardWorkers()) {
    self.session = session
    self.workers = workers
  }

  package var workspace: Workspace { session.workspace }

  package mutating func run(_ effect: Effect) -> [Action] {
    switch effect {
    case .commit(let invocation): return run(committing: invocation)
    case .offerUndo:
      return [.undoOffered(offer())]
    case .offerUndoOf(let line):
      return [.undoOffered(offer(line))]
    case .readJournal(let request):
      workers.journal.read(request, session.store)
      return []
    case .check(let number):
      workers.checks.look(at: session.workspace, number: number)
      return []
    case .lookBack(let last):
      workers.look.look(
        since: last, session.store.historyReading(), session.workspace,
        for: session.settings.author)
      return []
    case .lookFromNow: return [.looked(lastLook)]
    case .undo(let line):
      if line != leaving, let question = questionBefore(line) {
        leaving = line
        return [question]
      }
      leaving = nil
      do {
        let done = try session.store.undo(line, session.occasion)
        guard done.written != nil else {
          return [.refused(.refused(.nothingToDo(UndoWords(session).nothingLeft(done))))]
        }
        return [.committed(report(done, command: "undo"))] + happened(done.written)
      } catch {
        return [.refused(error)]
      }
    case .redo:
      do {
        let done = try session.store.redo(nil, session.occasion)
        return [.committed(report(done, command: "redo"))] + happened(done.written)
      } catch {
        return [.refused(error)]
      }
    case .previewFile(let path): return preview(.file(HomePath.expanded(path)))
    case .previewCells(let text): return preview(.cells(text))
    case .takeImport(let number): return take(number)
    case .readHeatmap(let day):
      workers.past.start(day, session)
      return []
    case .cancelWork:
      workers.imports.cancel()
      workers.past.cancel()
      return []
    case .redraw, .suspend, .useMouse, .quit, .copy, .pipe, .editText, .shell:
      return []
    }
  }

  /// What others have written since.
  package func news() -> [Action] {
    let wasRestricted = session.store.restriction != nil
    let changes = (try? session.store.refresh()) ?? []
    return told(changes) + happened(changes)
      + (wasRestricted ? [] : session.store.restriction.map { [.restricted($0.sentence)] } ?? [])
  }

  /// Whether the rules may write what they find.
  var letsRulesWrite: Bool {
    session.store.restriction == nil && !session.settings.isReadOnly
      && session.settings.asOf == nil
  }

  /// Writes what the rules make of a day.
  package func judge(_ day: RuleDay) -> [Action] {
    guard !day.operations.isEmpty, letsRulesWrite else { return [] }
    do {
      guard let made = try session.store.commit(day, session.occasion) else { return [] }
      return [.judged(RuleNews(made.steps.map(\.operation)))] + happened(made)
    } catch {
      return [.message(Message(.failed, "the rules of the day: \(error.sentence)"))]
    }
  }

  /// How far all that is on record is seen now.
  var lastLook: LastLook {
    LastLook(
      at: session.settings.now,
      lines: Dictionary(
        session.store.marks.map { ($0.writer, $0.number) }, uniquingKeysWith: { max($0, $1) }))
  }

  /// Changes that somebody who was away would want to know of, from the oldest on.
  private func happened(_ made: [Transaction]) -> [Action] {
    let changes = made.reversed().map { LookChange($0) }
      .filter { !$0.isOld(to: session.settings.author) }
    return changes.isEmpty ? [] : [.happened(changes)]
  }

  private func happened(_ made: Transaction?) -> [Action] {
    happened(made.map { [$0] } ?? [])
  }

  private func told(_ changes: [Transaction]) -> [Action] {
    guard !changes.isEmpty else { return [] }
    let workspace = session.workspace
    return [
      .changedElsewhere(
        changes.reversed().map { change in
          let reversed = ReversedChange(change, in: session.store)
          // An undo leads to what it took back in one step, a redo in two.
          let verb = change.undoes == nil ? "" : reversed.isDoneAgain ? "took back " : "did again "
          let kind = CommandCatalogue.command(reversed.change.command)?.specification.subject
          let subjects = CommandWords.subjects(of: kind, reversed.change.records, workspace)
          let title = subjects.count == 1 ? " “\(workspace.title(subjects[0]))”" : ""
          return OtherChange(
            author: change.author, words: verb + reversed.words(workspace) + title)
        })
    ]
  }

  // MARK: Import

  private func preview(_ source: ImportWorker.Source) -> [Action] {
    guard workers.imports.start(source, session.workspace, session.previewContext) else {
      return [.message(Message(.failed, "there is no thread left to read it; try again"))]
    }
    return []
  }

  private func take(_ number: Int) -> [Action] {
    guard let reading = workers.imports.take(number) else {
      return [.message(Message(.warning, "that import is not there any more; read it again"))]
    }
    do {
      let made = try session.store.commit("import", session.occasion) {
        workspace, context throws(CommandError) in
        try ImportWorker.operations(reading, workspace, context)
      }
      return [.committed(report(made))] + happened(made)
    } catch {
      return [.refused(error)]
    }
  }

  /// Writes a text that was edited outside; refused where somebody else changed it meanwhile.
  package func replace(
    _ text: String, in field: String, of record: RecordID, before: String
  ) -> [Action] {
    let now = workspace.value(record, field)?.text ?? ""
    guard now == before else {
      return [
        .message(
          Message(
            .failed, "somebody else changed the \(field) meanwhile: nothing was written over"))
      ]
    }
    var invocation = Invocation("record.edit", on: [record])
    invocation.answers["field"] = ["\(field)=\(text)"]
    return run(committing: invocation)
  }

  private func run(committing invocation: Invocation) -> [Action] {
    do {
      let made = try session.run(invocation)
      return [.committed(report(made))] + happened(made)
    } catch {
      return [.refused(error)]
    }
  }

  private func report(_ transaction: Transaction) -> CommitReport {
    CommitReport(
      id: transaction.id, command: transaction.command, records: transaction.records,
      clock: session.clock.clock(transaction.instant))
  }

  private func report(_ undo: UndoReport, command: String) -> CommitReport {
    let taken = undo.taken
    // Who takes an undo back does again what it took back.
    let isDoneAgain = ReversedChange(taken, in: session.store).isDoneAgain
    let workspace = session.workspace
    let left = undo.left.map { "\($0.field) of \(workspace.title($0.record)) (\($0.author))" }
    return CommitReport(
      id: undo.written?.id ?? taken.id, command: isDoneAgain ? "redo" : command,
      records: taken.records,
      clock: session.clock.clock(undo.written?.instant ?? taken.instant), tookBack: words(taken),
      left: left, next: offer())
  }

  private func words(_ transaction: Transaction) -> String {
    let reversed = ReversedChange(transaction, in: session.store)
    let instant = reversed.change.instant
    let day = session.clock.day(instant)
    let clock = session.clock.clock(instant)
    let when = day == session.today ? clock : "\(day.text) \(clock.prefix(5))"
    let count = reversed.change.records.count
    let isNamed = CommandCatalogue.command(reversed.change.command) != nil
    return "\(reversed.words(session.workspace)), \(when)"
      + (isNamed && count > 3 ? ", \(count) records" : "")
  }

  /// What is to be known before a change is taken back: that something of it stays, or all.
  private func questionBefore(_ line: LineID) -> Action? {
    guard let found = try? session.store.undoPreview(line, by: session.settings.author),
      !found.left.isEmpty
    else { return nil }
    let text = UndoWords(session)
    guard found.takesSomethingBack else {
      return .refused(.refused(.nothingToDo(text.nothingLeft(found))))
    }
    return .undoOffered(
      UndoOffer(id: line, words: "\(words(found.taken)); \(text.left(found)) since and stays"))
  }

  private func offer(_ line: LineID? = nil) -> UndoOffer? {
    guard
      let preview = try? session.store.undoPreview(line, by: session.settings.author)
    else { return nil }
    return UndoOffer(
      id: preview.taken.id, words: words(preview.taken),
      isOld: session.clock.day(preview.taken.instant) < session.today,
      doesAgain: ReversedChange(preview.taken, in: session.store).isDoneAgain)
  }
}
