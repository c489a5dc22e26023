/// Text where nothing but ASCII can be shown.
extension TextMeasure {
  /// The text with the nearest ASCII for each of its characters; `?` where nothing comes near, and
  /// nothing for marks on a letter.
  package static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isGraphemeExtend {
      result.append(AsciiFolding.fold(scalar))
    }
    return String(result)
  }
}
