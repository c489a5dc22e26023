import ConcordDashboard
import ConcordModel
import ConcordTerminal
import Glibc

/// Other programs that have the terminal for a while: pagers, editors, a shell.
extension DashboardProgram {
  /// Hands records to a program, one a line.
  func pipe(_ kind: RecordKind, _ records: [RecordID], to command: String) {
    guard let program = ChildProgram(command) else { return }
    let text = RecordList.table(kind, records, session).joined(separator: "\n") + "\n"
    let ending = display.lend { program.run(input: Array(text.utf8)) }
    afterLending()
    tell(ending, of: command, advice: "| takes the name of a program")
  }

  /// Lets the user's shell run.
  func runShell() {
    guard let program = ChildProgram(programs.shell) else { return }
    let ending = display.lend { program.run() }
    afterLending()
    // A shell ends with its last command's status: nobody's fault here.
    if case .exited = ending { return }
    tell(ending, of: programs.shell, advice: "set SHELL to one that is here")
  }

  private func tell(_ ending: ChildProgram.Ending, of command: String, advice: String) {
    let name = Text.visible(command)
    switch ending {
    case .exited(0): break
    case .exited(let status): say(.warning, "\(name) ended with \(status)")
    case .killed(let signal): say(.warning, "\(name) was killed by signal \(signal)")
    case .asked(let signal): exitStatus = 128 + signal
    case .failed(let code):
      say(.failed, "\(name) did not start: \(String(cString: strerror(code))); \(advice)")
    }
  }

  /// Lets a text of a record be edited.
  func edit(_ field: String, of record: RecordID) {
    let before = runner.workspace.value(record, field)?.text ?? ""
    let editing: TextEditing
    do {
      editing = try TextEditing(editor: programs.editor)
    } catch {
      return say(.failed, error.sentence)
    }
    let outcome = display.lend { editing.run(before) }
    afterLending()
    switch outcome {
    case .unchanged: say(.plain, "the note is as it was")
    case .failed(let sentence): say(.failed, sentence)
    case .changed(let text):
      let actions = runner.replace(text, in: field, of: record, before: before)
      if case .committed? = actions.first {
        editing.remove()
        send(actions)
      } else {
        send(actions)
        say(.failed, (state.message?.text ?? "") + "; your text is kept in \(editing.file)")
      }
    }
  }

  /// The window, the day and the store may have changed while another program had the terminal.
  private func afterLending() {
    send([.resized(display.size)] + runner.news())
    turnDay()
  }

  private func say(_ tone: Message.Tone, _ sentence: String) {
    send([.message(Message(tone, sentence))])
  }
}
