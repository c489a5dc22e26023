import ConcordJSON

/// One measured number: the median, with the least and the greatest beside it.
struct BenchResult: Sendable {
  let name: String
  let unit: String
  private let values: [Double]

  init(_ name: String, unit: String = "ms", _ values: [Double]) {
    self.name = name
    self.unit = unit
    self.values = values.sorted()
  }

  /// The middle value, of an even number the lower of the two.
  var median: Double { values.isEmpty ? 0 : values[(values.count - 1) / 2] }

  /// The value that at least `share` of all are not greater than.
  func value(below share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    let place = Int((share * Double(values.count)).rounded(.up)) - 1
    return values[min(max(place, 0), values.count - 1)]
  }

  /// A line for people.
  var words: String {
    let ends = "\(Self.text(values.first ?? 0)) to \(Self.text(values.last ?? 0))"
    let spread = values.count > 1 ? "  (\(ends), \(values.count) runs)" : ""
    let padding = String(repeating: " ", count: max(1, 34 - name.count))
    return name + padding + Self.text(median) + " " + unit + spread
  }

  /// - Parameter partners: how many the store had.
  func write(to json: inout JSONWriter, partners: Int) {
    json.beginObject()
    json.key("partners")
    json.integer(partners)
    json.key("name")
    json.string(name)
    json.key("unit")
    json.string(unit)
    for (key, value) in [
      ("median", median), ("least", values.first ?? 0), ("greatest", values.last ?? 0),
    ] {
      json.key(key)
      json.raw(Self.text(value))
    }
    json.key("runs")
    json.integer(values.count)
    json.endObject()
  }

  /// Three decimals are finer than the clock's noise.
  static func text(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
