import ConcordModel

/// What if: some flags rated otherwise or treated, in a second state of the office beside the one
/// that stands. Nothing of it is written anywhere.
package struct WhatIf: Sendable {
  /// What is supposed of a flag.
  package struct Change: Hashable, Sendable {
    package let flag: RecordID
    /// Its inherent rating; nil for the one it has.
    package var rating: Rating?
    /// Treatments that are supposed to be in force, or not to be.
    package var treatments: [RecordID: Bool] = [:]
  }

  /// The office as it is.
  package private(set) var basis: Workspace
  /// The office as it would be.
  package private(set) var workspace: Workspace
  /// What is supposed, in the order in which it was begun.
  package private(set) var changes: [Change] = []

  /// Nothing supposed yet.
  /// - Parameter serial: no two of a dashboard have the same.
  package init(_ workspace: Workspace, serial: Int) {
    basis = workspace
    self.workspace = Self.copy(workspace, serial)
  }

  /// A copy whose versions are those of no other state: what lists have made for it is never taken for
  /// the office's.
  private static func copy(_ workspace: Workspace, _ serial: Int) -> Workspace {
    var copy = workspace
    copy.version = versionBase + serial << versionBits
    return copy
  }

  /// Where the versions begin: no office comes so far.
  private static let versionBase = 1 << 61
  /// Changes of one supposition, as bits of its versions.
  private static let versionBits = 32

  /// Flags that would stand otherwise than they do.
  package var changedFlags: [RecordID] {
    changes.filter { figure($0.flag, workspace) != figure($0.flag, basis) }.map(\.flag)
  }

  private func figure(_ flag: RecordID, _ workspace: Workspace) -> FlagFigure? {
    workspace.row(flag).flatMap { workspace.flagFigure(row: $0) }
  }

  /// What can be supposed of a flag's treatments, with whether it is.
  package func treatments(of flag: RecordID) -> [(treatment: SupposedTreatment, isInForce: Bool)] {
    guard let row = basis.row(flag) else { return [] }
    let change = changes.first { $0.flag == flag }
    return SupposedTreatment.all(flagRow: row, basis).map { treatment in
      (treatment, change?.treatments[treatment.id] ?? (treatment.state == .inForce))
    }
  }

  // MARK: Supposing

  /// Supposes that a flag was rated so.
  package mutating func suppose(_ rating: Rating, of flag: RecordID) {
    var change = takeChange(flag)
    let isRating = basis.row(flag).flatMap { basis.flagFigure(row: $0) }?.inherent
    change.rating = rating == isRating ? nil : rating
    put(change)
  }

  /// Supposes that a treatment is in force, or, where it is, that it is not.
  package mutating func toggle(_ treatment: RecordID, of flag: RecordID) {
    guard let found = treatments(of: flag).first(where: { $0.treatment.id == treatment }) else {
      return
    }
    var change = takeChange(flag)
    change.treatments[treatment] = !found.isInForce
    put(change)
  }

  private func takeChange(_ flag: RecordID) -> Change {
    changes.first { $0.flag == flag } ?? Change(flag: flag)
  }

  private mutating func put(_ change: Change) {
    if let place = changes.firstIndex(where: { $0.flag == change.flag }) {
      changes[place] = change
    } else {
      changes.append(change)
    }
    workspace.suppose(operations(change))
  }

  /// The same on a state that has changed since; of what is gone, or not live, nothing is supposed any
  /// more.
  package mutating func move(to workspace: Workspace, serial: Int) {
    basis = workspace
    self.workspace = Self.copy(workspace, serial)
    changes = changes.filter { figure($0.flag, workspace)?.isLive ?? false }
    for change in changes { self.workspace.suppose(operations(change)) }
  }

  private func operations(_ change: Change) -> [Operation] {
    guard let row = basis.row(change.flag),
      let rating = change.rating ?? basis.flagFigure(row: row)?.inherent
    else { return [] }
    var operations: [Operation] = [
      .set(change.flag, FieldChange("likelihood", .integer(Int64(rating.likelihood)))),
      .set(change.flag, FieldChange("impact", .integer(Int64(rating.impact)))),
    ]
    for treatment in SupposedTreatment.all(flagRow: row, basis) {
      guard let isInForce = change.treatments[treatment.id] else { continue }
      operations += treatment.operations(
        isInForce: isInForce, of: change.flag, isKnown: workspace.contains(treatment.id))
    }
    return operations
  }
}
