import ConcordCanvas
import ConcordModel

/// What the rules have found at many partners at once, and hold back as findings: whom each is about,
/// and its decisions. Enter shows the partners, and Esc comes back from there.
package struct FindingsLayer: Layer {
  /// A finding and what stands on its line.
  struct Line: Hashable, Sendable {
    let id: RecordID
    let group: Group
    /// Partners that no later finding of the rule speaks of.
    let count: Int
  }

  /// What is to be done about findings.
  enum Group: Int, CaseIterable, Sendable {
    case waiting, planned, silenced, raised

    init(_ finding: Finding, today: Day) {
      self =
        switch finding.state {
        case .planned: .planned
        case .raised: .raised
        case .silenced: finding.isWaiting(on: today) ? .waiting : .silenced
        case .open: .waiting
        }
    }

    /// The heading.
    var words: String {
      switch self {
      case .waiting: "To be decided"
      case .planned: "Planned"
      case .silenced: "Silenced"
      case .raised: "Raised"
      }
    }
  }

  /// The findings, those first that wait for a decision.
  private(set) var lines: [Line] = []
  private(set) var list = GroupedList()
  private var version = -1
  private var today: Day?

  package init(_ scene: Scene) { refresh(scene) }

  /// The finding that keys act on.
  package var selected: RecordID? {
    lines.indices.contains(list.selected) ? lines[list.selected].id : nil
  }

  package mutating func refresh(_ scene: Scene) {
    let workspace = scene.workspace
    guard version != workspace.version || today != scene.today else { return }
    version = workspace.version
    today = scene.today
    let before = selected
    let findings = workspace.rows(.finding).map { Finding(workspace, $0) }
      .sorted { $0.order > $1.order }
    lines = findings.compactMap { finding in
      let count = finding.remaining.count
      guard count > 0 else { return nil }
      return Line(id: finding.id, group: Group(finding, today: scene.today), count: count)
    }
    var groups: [Range<Int>] = []
    var sorted: [Line] = []
    for group in Group.allCases {
      let mine = lines.filter { $0.group == group }
      guard !mine.isEmpty else { continue }
      groups.append(sorted.count..<sorted.count + mine.count)
      sorted += mine
    }
    lines = sorted
    list.show(groups, selecting: before.flatMap { id in lines.firstIndex { $0.id == id } })
  }

  // MARK: Keys

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .escape, .character("q"), .character("F"): return .close
    case .enter, .right, .character("l"):
      return selected.map { .stayThen(.showFound($0)) } ?? .stay
    case .character("r"): return decide(FindingRaise.specification)
    case .character("p"): return decide(FindingPlan.specification)
    case .character("s"): return decide(FindingSilence.specification)
    case .character("u"): return .stayThen(.undo)
    default: return list.handle(key)
    }
  }

  private func decide(_ command: CommandSpecification) -> LayerResponse {
    selected.map { .stayThen(.askAbout(command: command.name, $0)) } ?? .stay
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    guard list.click(line) else { return .stay }
    return .stayThen(.showFound(lines[line].id))
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    FindingsView(layer: self).draw(into: &canvas, scene)
  }
}
