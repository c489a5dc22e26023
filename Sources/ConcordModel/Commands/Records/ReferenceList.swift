/// Several records as people name them in one text.
package enum ReferenceList {
  /// Pieces between commas that one name may have.
  private static let mostPieces = 4

  /// The records that `text` names, in its order, each once: divided by semicolons or commas. A name
  /// that holds commas (`Deltawave Analytics, Inc.`) is found as a whole.
  package static func ids(
    _ text: String, kinds: [RecordKind], in workspace: Workspace
  ) throws(CommandError) -> [RecordID] {
    var found: [RecordID] = []
    var known: Set<RecordID> = []
    for list in text.split(separator: ";") {
      let pieces = list.split(separator: ",").map { Text.trimmed($0) }.filter { !$0.isEmpty }
      var start = 0
      while start < pieces.count {
        let (id, count) = try first(pieces[start...], kinds, workspace)
        if known.insert(id).inserted { found.append(id) }
        start += count
      }
    }
    return found
  }

  /// The record that most of the first pieces together name, and how many they are.
  private static func first(
    _ pieces: ArraySlice<String>, _ kinds: [RecordKind], _ workspace: Workspace
  ) throws(CommandError) -> (RecordID, Int) {
    var failure = CommandError.unknownRecord("")
    // An id holds no comma.
    let isID = pieces.first.map { RecordID($0) != nil } ?? false
    for count in stride(from: isID ? 1 : min(mostPieces, pieces.count), through: 1, by: -1) {
      switch workspace.find(pieces.prefix(count).joined(separator: ", "), kinds: kinds) {
      case .success(let id): return (id, count)
      case .failure(let error):
        if case .ambiguous = failure { continue }
        failure = error
      }
    }
    throw failure
  }
}
