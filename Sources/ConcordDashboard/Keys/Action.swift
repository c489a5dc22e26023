import ConcordCanvas
import ConcordModel

/// What is to happen next: from a key through the keymap, from the outside world, or from a layer.
package enum Action: Hashable, Sendable {
  // MARK: Keys that only move and look
  case move(Motion)
  case screen(Int)
  case nextPane, previousPane
  case nextTab, previousTab
  case open
  case back
  case quit
  case filter
  case sort
  case mark, markAll, markRange
  case cycleForm
  case cycleRisk
  case arithmetic
  /// Suppose other ratings or treatments of what is selected.
  case whatIf
  /// The heatmap's change against an earlier day, or no longer.
  case compare
  case triageThese
  case palette
  case help
  case count
  case redraw
  case suspend
  case cancel
  /// The mouse off, or on again.
  case toggleMouse
  /// The next record, or the one before, that the last filter fits.
  case seek(isForward: Bool)
  /// The decisions that what is selected may have, numbered.
  case decide
  /// What is selected, to the clipboard.
  case copy
  /// The shown rows, to a pager or another program.
  case pipe
  /// The note of what is selected, in an editor.
  case editNote
  /// End what is selected, for a reason.
  case end
  /// A shell, until it is left.
  case shell
  /// The changes of what is selected.
  case showChanges
  /// A form for what is selected.
  case edit
  /// Choose the kind of a new record.
  case createAny
  /// A form for a new record of a kind.
  case create(RecordKind)
  /// What records say against each other.
  case checks
  /// What the rules hold back as findings.
  case findings
  /// What happened since one last looked.
  case lookBack
  /// All of that is seen: from now on.
  case lookFromNow

  // MARK: Keys that change something
  /// A command of the table of commands, on what is selected.
  case command(String)
  case undo
  /// Take back the selected change of the journal.
  case takeBackThis
  /// Name what taking this change back means.
  case offerUndo(LineID)
  case redo
  case again

  // MARK: From layers
  /// A layer's answer: ask for what this command needs.
  case ask(command: String)
  /// Hand the shown rows to this program.
  case pipeTo(program: String)
  /// A layer's answer: run this.
  case run(Invocation)
  /// The filter line changed.
  case setFilter(String)
  /// An order was chosen.
  case setSort(SortOrder)
  /// A partner's page.
  case showPartner(RecordID)
  /// A record to read, on top.
  case showRecord(RecordID)
  /// A record in its place: Triage, Vetting, its partner's page.
  case showPlace(RecordID)
  /// A form for a record.
  case editRecord(RecordID)
  /// The partners that a finding is about.
  case showFound(RecordID)
  /// Ask for what this command needs to act on a record, wherever the selection is.
  case askAbout(command: String, RecordID)

  /// Suppose other ratings or treatments of a flag.
  case whatIfOn(RecordID)
  /// Suppose that a flag was rated so.
  case supposeRating(RecordID, Rating)
  /// Suppose that a treatment of a flag is in force, or is not.
  case supposeTreatment(RecordID, treatment: RecordID)
  /// Look around with what is supposed.
  case keepWhatIf
  /// All as it is again.
  case endWhatIf

  /// Read a file, to see what its import would do.
  case importFile(String)
  /// Ask for a file to import.
  case askForImport
  /// Import what a preview showed.
  case takeImport(Int)
  /// The saved views.
  case views
  /// Show a view.
  case showView(SavedView)
  /// Keep these views from now on.
  case keepViews([SavedView])
  /// Put text on the clipboard; in words, what it is.
  case copyText(String, words: String)

  // MARK: From outside
  /// How far long work has come; nil when it is over.
  case running(RunningWork?)
  /// What an import would do.
  case importPreview(ImportPreview)
  /// How far the reading of an earlier day has come.
  case heatmapProgress(RunningWork)
  /// What the heatmap showed on the day that was asked for.
  case heatmapRead(HeatmapSnapshot)
  /// Why an earlier day could not be read, in a sentence.
  case heatmapNotRead(String)
  case resized(Size)
  /// A click of the mouse, or its wheel.
  case mouse(MouseEvent)
  /// A change of ours is on disk.
  case committed(CommitReport)
  /// A change of ours was refused; the input stays.
  case refused(CommitFailure)
  /// Others changed something: who and what, the newest first.
  case changedElsewhere([OtherChange])
  /// What the rules made of the day.
  case judged(RuleNews)
  /// The next change that `u` would take back.
  case undoOffered(UndoOffer?)
  /// Changes of the journal, as they were asked for.
  case journal(JournalPage)
  /// What the consistency checks have found, as they were asked.
  case checked(CheckReport, number: Int)
  /// What happened since one last looked, as it was asked for.
  case lookedBack(LookBack)
  /// How far one has seen from now on.
  case looked(LastLook)
  /// Changes that somebody who was away would want to know of, the newest first.
  case happened([LookChange])
  /// All of the store is in.
  case loaded
  /// The day turned.
  case dayTurned(Day)
  /// The store can only be read: why, in a sentence.
  case restricted(String)
  /// The user's own settings, read anew: keys and what signs are drawn with.
  case configured(Keymap, GlyphSet)
  /// Something to say.
  case message(Message)
}

/// A change that is on disk.
package struct CommitReport: Hashable, Sendable {
  /// Its line.
  package let id: LineID
  /// The command that made it.
  package let command: String
  /// The records it touched.
  package let records: [RecordID]
  /// When, as the status line shows it.
  package let clock: String
  /// The change that it took back or did again, in words.
  package let tookBack: String?
  /// What an undo had to leave, in words.
  package let left: [String]
  /// After an undo or a redo: what `u` takes back next.
  package let next: UndoOffer?

  package init(
    id: LineID, command: String, records: [RecordID], clock: String, tookBack: String? = nil,
    left: [String] = [], next: UndoOffer? = nil
  ) {
    self.id = id
    self.command = command
    self.records = records
    self.clock = clock
    self.tookBack = tookBack
    self.left = left
    self.next = next
  }
}

/// The change that `u` takes back next.
package struct UndoOffer: Hashable, Sendable {
  package let id: LineID
  /// Such as `accept F-9QD2, 14:02`.
  package let words: String
  /// Whether it was made before today.
  package let isOld: Bool
  /// Whether it is an undo itself: what it took back will stand again.
  package let doesAgain: Bool

  package init(id: LineID, words: String, isOld: Bool = false, doesAgain: Bool = false) {
    self.id = id
    self.words = words
    self.isOld = isOld
    self.doesAgain = doesAgain
  }
}
