/// What a check has found.
public struct CheckFinding: Hashable, Sendable {
  /// The place of its check in ``CheckCatalogue``.
  package let place: UInt8
  /// The record at fault.
  public let fault: CheckFault

  /// The check that found it.
  public var check: any ConsistencyCheck.Type { CheckCatalogue.checks[Int(place)] }
  /// The record at fault.
  public var record: RecordID { fault.record }

  package init(place: Int, _ fault: CheckFault) {
    self.place = UInt8(place)
    self.fault = fault
  }

  /// What is wrong, with names and values.
  public func sentence(in workspace: Workspace) -> String {
    guard workspace.contains(record) else { return "\(record.text) is not there any more" }
    return check.sentence(fault, in: workspace)
  }

  /// What ends it.
  public func remedy(in workspace: Workspace) -> CheckRemedy {
    check.remedy(fault, in: workspace)
  }

  /// The partner that it is about, whose page shows the record; nil where it belongs to none.
  public func partner(in workspace: Workspace) -> RecordID? {
    workspace.row(record).flatMap {
      workspace.partnerRows(of: record.kind, row: $0).first
    }.map { workspace[.partner].id($0) }
  }
}
