/// What all checks have found in a workspace.
public struct CheckReport: Hashable, Sendable {
  /// Errors first, then by the check's name, then the oldest record first.
  public let findings: [CheckFinding]

  /// How many findings there are of a severity.
  public func count(_ severity: CheckSeverity) -> Int {
    counts.reduce(0) { $0 + ($1.check.severity == severity ? $1.count : 0) }
  }

  /// The checks that found something, in their order, and how much.
  public var counts: [(check: any ConsistencyCheck.Type, count: Int)] {
    var counts = Array(repeating: 0, count: CheckCatalogue.checks.count)
    for finding in findings { counts[Int(finding.place)] += 1 }
    return zip(CheckCatalogue.checks, counts).filter { $0.1 > 0 }.map { ($0, $1) }
  }

  /// Looks at a workspace with all checks.
  public init(_ workspace: Workspace) { self.init(workspace, OneByOne()) }

  /// The same, several checks at a time.
  package init(_ workspace: Workspace, _ work: some ParallelWork) {
    let scope = CheckScope(workspace)
    let found = work.map(CheckCatalogue.checks.count) { place in
      CheckCatalogue.checks[place].faults(scope).map { CheckFinding(place: place, $0) }
    }
    var findings: [CheckFinding] = []
    findings.reserveCapacity(found.reduce(0) { $0 + $1.count })
    for piece in found { findings.append(contentsOf: piece) }
    self.findings = findings
  }
}
