import ConcordCanvas
import ConcordModel

/// The consistency checks: what they have found, check by check, why that is wrong and what mends it.
/// Enter goes to the record, and Esc comes back from there.
package struct ChecksLayer: Layer {
  /// What was found last; nil as long as nobody has looked.
  package private(set) var report: CheckReport?
  /// The findings under their checks, in the order of the report.
  private(set) var list = GroupedList()
  /// What was found stands for this: while it stands, so do the findings.
  private var basis: Basis
  /// Tells askings apart: an answer to an older one is of no use any more.
  private var number = 1
  private var asked = 0

  private struct Basis: Equatable {
    let version: Int
    let today: Day

    init(_ scene: Scene) {
      version = scene.workspace.version
      today = scene.today
    }
  }

  package init(_ scene: Scene) { basis = Basis(scene) }

  /// Whether what is shown is being looked at anew.
  var isLooking: Bool { answered != number }

  private var answered = 0

  var findings: [CheckFinding] { report?.findings ?? [] }

  /// The finding that keys act on.
  package var selected: CheckFinding? {
    findings.indices.contains(list.selected) ? findings[list.selected] : nil
  }

  // MARK: What it shows

  package mutating func refresh(_ scene: Scene) {
    guard Basis(scene) != basis else { return }
    basis = Basis(scene)
    number += 1
  }

  package mutating func wants() -> Effect? {
    guard asked != number else { return nil }
    asked = number
    return .check(number: number)
  }

  /// Takes what was found; the selection stays on its record.
  package mutating func take(_ report: CheckReport, number: Int) {
    guard number == self.number else { return }
    let before = selected
    self.report = report
    answered = number
    var groups: [Range<Int>] = []
    for (place, finding) in report.findings.enumerated() {
      if let last = groups.last, report.findings[last.lowerBound].place == finding.place {
        groups[groups.count - 1] = last.lowerBound..<place + 1
      } else {
        groups.append(place..<place + 1)
      }
    }
    list.show(groups, selecting: before.flatMap { report.findings.firstIndex(of: $0) })
  }

  // MARK: Keys

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .escape, .character("q"): return .close
    case .enter, .right, .character("l"):
      return selected.map { .stayThen(.showPlace($0.record)) } ?? .stay
    case .character("e"):
      return selected.map { .stayThen(.editRecord($0.record)) } ?? .stay
    case .character("y"):
      return selected.map { finding in
        let text = finding.record.text + " " + finding.sentence(in: scene.workspace)
        return .stayThen(.copyText(text, words: "the finding"))
      } ?? .stay
    default: return list.handle(key)
    }
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    guard list.click(line) else { return .stay }
    return .stayThen(.showPlace(findings[line].record))
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    ChecksView(layer: self, keymap: scene.keymap).draw(into: &canvas, scene)
  }
}
