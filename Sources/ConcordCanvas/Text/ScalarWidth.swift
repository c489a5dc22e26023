/// How many columns a Unicode scalar takes in a terminal.
package enum ScalarWidth {
  /// Columns of one scalar: 0 for a combining mark, 2 for a wide one, else 1.
  ///
  /// Controls count 1: they are never drawn as themselves but as a replacement of one column.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    // Nothing below the first combining mark is wide or combining.
    if scalar.value < 0x300 { return 1 }
    return ScalarWidthTable.steps.withUnsafeBufferPointer { steps in
      let key = scalar.value << 2 | 3
      var low = 0
      var high = steps.count
      while low < high {
        let middle = (low + high) / 2
        if steps[middle] <= key { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? 1 : Int(steps[low - 1] & 3)
    }
  }
}
