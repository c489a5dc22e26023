/// The order of texts by their bytes in UTF-8: that of keys, ids and sets in the store.
package enum ByteOrder {
  /// Whether `left` comes before `right`.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.utf8.span, right.utf8.span)
    for place in 0..<min(left.count, right.count) {
      let (one, two) = (left[unchecked: place], right[unchecked: place])
      if one != two { return one < two }
    }
    return left.count < right.count
  }
}
