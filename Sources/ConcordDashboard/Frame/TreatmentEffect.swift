/// What a treatment takes off a rating, in words.
enum TreatmentEffect {
  /// Such as `likelihood −2, impact −1`, or `L−2 I−1`.
  static func text(_ likelihood: Int, _ impact: Int, isShort: Bool) -> String {
    var parts: [String] = []
    if likelihood > 0 { parts.append((isShort ? "L" : "likelihood ") + "−\(likelihood)") }
    if impact > 0 { parts.append((isShort ? "I" : "impact ") + "−\(impact)") }
    return parts.isEmpty ? "no effect" : parts.joined(separator: isShort ? " " : ", ")
  }
}
