/// The name that someone may have meant.
package enum NearestName {
  /// The name with the smallest edit distance (Levenshtein), at most a third of its length and one.
  package static func of(_ text: String, among names: [String]) -> String? {
    let wanted = Array(text.utf8)
    var best: (name: String, distance: Int)?
    for name in names {
      let most = max(1, name.utf8.count / 3 + 1)
      // A text is no nearer than it is longer or shorter: of what was pasted all is passed over.
      if wanted.count > name.utf8.count + most { continue }
      let distance =
        name.hasPrefix(text) && !text.isEmpty ? 1 : Self.distance(wanted, Array(name.utf8))
      if distance <= most, distance < (best?.distance ?? Int.max) {
        best = (name, distance)
      }
    }
    return best?.name
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (place, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for (other, rightByte) in right.enumerated() {
        let above = row[other + 1]
        row[other + 1] = min(
          above + 1, row[other] + 1, diagonal + (byte == rightByte ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
