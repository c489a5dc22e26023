import ConcordCanvas
import ConcordModel

/// The consistency checks: what they have found, check by check, why that is wrong and what mends it.
/// Enter goes to the record, and Esc comes back from there.
package struct ChecksLayer: Layer {
  /// What was found last; nil as long as nobody has looked.
  package private(set) var report: CheckReport?
  /// The findings of each check, in the order of the report.
  private(set) var groups: [Range<Int>] = []
  /// The selected finding, counted without the headings.
  private(set) var cursor = ListCursor()
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
    findings.indices.contains(cursor.selected) ? findings[cursor.selected] : nil
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
    groups = []
    for (place, finding) in report.findings.enumerated() {
      if let last = groups.last, report.findings[last.lowerBound].place == finding.place {
        groups[groups.count - 1] = last.lowerBound..<place + 1
      } else {
        groups.append(place..<place + 1)
      }
    }
    if let before, let place = report.findings.firstIndex(of: before) { cursor.selected = place }
    cursor.selected = max(0, min(cursor.selected, report.findings.count - 1))
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
    case .tab, .character("]"): step(1)
    case .backTab, .character("["): step(-1)
    case .mouse(let event): wheel(event)
    default:
      if let motion = Self.motion(key) {
        cursor.move(motion, total: findings.count, height: Self.page)
      }
    }
    return .stay
  }

  /// Findings that a key for a page moves by.
  private static let page = 12

  private static func motion(_ key: Key) -> Motion? {
    switch key {
    case .down, .character("j"): .down
    case .up, .character("k"): .up
    case .pageDown, .character(" "): .pageDown
    case .pageUp: .pageUp
    case .control("d"): .halfDown
    case .control("u"): .halfUp
    case .home, .character("g"): .first
    case .end, .character("G"): .last
    default: nil
    }
  }

  /// To the first finding of the next check, or of this or the one before.
  private mutating func step(_ by: Int) {
    guard let here = groups.firstIndex(where: { $0.contains(cursor.selected) }) else { return }
    if by < 0, cursor.selected > groups[here].lowerBound {
      cursor.selected = groups[here].lowerBound
    } else if groups.indices.contains(here + by) {
      cursor.selected = groups[here + by].lowerBound
    }
  }

  private mutating func wheel(_ event: MouseEvent) {
    switch event.kind {
    case .wheelUp: cursor.move(.up, count: 3, total: findings.count, height: Self.page)
    case .wheelDown: cursor.move(.down, count: 3, total: findings.count, height: Self.page)
    default: break
    }
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    guard findings.indices.contains(line) else { return .stay }
    if line == cursor.selected { return .stayThen(.showPlace(findings[line].record)) }
    cursor.selected = line
    return .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    ChecksView(layer: self, keymap: scene.keymap).draw(into: &canvas, scene)
  }
}
