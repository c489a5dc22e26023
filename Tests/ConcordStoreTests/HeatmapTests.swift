import ConcordModel
import ConcordStore
import Testing

/// The heatmap in all forms and views, kept up change by change, undo by undo, is what a count of the
/// journal's records gives.
@Suite struct HeatmapTests {
  @Test(arguments: Seeds.upTo(30))
  func everyCellIsWhatTheRecordsSay(seed: Int) throws {
    let (disk, store) = try TestOffice.newStore()
    var changes = RandomRisks(seed: UInt64(seed) + 40_000)
    var undone = 0
    for minute in 0..<30 {
      let occasion = TestOffice.occasion(minute, seed: UInt64(minute) + 7)
      switch changes.below(5) {
      case 0:
        if (try? store.undo(nil, occasion)) != nil { undone += 1 }
      case 1 where undone > 0:
        if (try? store.redo(nil, occasion)) != nil { undone -= 1 }
      default: try changes.commit(to: store, minute: minute)
      }
      let differences = HeatmapOracle(store.workspace).differences(store.workspace)
      #expect(differences.isEmpty, "seed \(seed), minute \(minute): \(differences.prefix(3))")
    }
    // Read from the journal's first line, in one go.
    let folded = try TestOffice.open(disk, usingCache: false)
    let recounted = HeatmapOracle(folded.workspace)
    let differences = recounted.differences(folded.workspace)
    #expect(differences.isEmpty, "journal, seed \(seed): \(differences.prefix(3))")
    #expect(recounted.differences(store.workspace).isEmpty, "seed \(seed)")
    try store.writeCache()
    let cached = try TestOffice.open(disk)
    #expect(recounted.differences(cached.workspace).isEmpty, "cache, seed \(seed)")
  }

  @Test("the dice roll what the heatmap must tell apart")
  func diceRollEverything() throws {
    var (isTargeted, isTreated, isOfNoKind, isUndone) = (false, false, false, false)
    for seed in 0..<8 {
      let (_, store) = try TestOffice.newStore()
      var changes = RandomRisks(seed: UInt64(seed) + 40_000)
      for minute in 0..<30 { try changes.commit(to: store, minute: minute) }
      let workspace = store.workspace
      isTargeted = isTargeted || workspace.heatmap(.target).total > 0
      isTreated = isTreated || workspace.heatmap(.inherent) != workspace.heatmap(.residual)
      isOfNoKind =
        isOfNoKind || workspace.flagsOfKnownKind(.inherent) < workspace.heatmap(.inherent).total
      let before = workspace.heatmap(.residual)
      for minute in 30..<40 where (try? store.undo(nil, TestOffice.occasion(minute))) != nil {
        isUndone = isUndone || store.workspace.heatmap(.residual) != before
      }
    }
    #expect(isTargeted && isTreated && isOfNoKind && isUndone)
  }
}
