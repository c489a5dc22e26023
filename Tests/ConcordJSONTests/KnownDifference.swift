/// Where Foundation's decoder and our reader differ, and are meant to. A comparison names each that it
/// met; whatever is not named here is a disagreement.
enum KnownDifference: String, CaseIterable {
  /// Foundation skips one mark before the document; ours says how to save the text.
  case byteOrderMark = "byte order mark"
  /// Foundation takes a text with zeros among its first four bytes, or with the mark of UTF-16, for
  /// UTF-16 or UTF-32; ours reads UTF-8 only.
  case otherEncoding = "other encoding"
  /// Foundation lets arrays and objects end in a comma.
  case trailingComma = "trailing comma"
  /// Foundation takes any run of digits, signs, points and letters e for a number, and refuses it only
  /// once it is asked for.
  case numberReadLate = "number read late"
  /// Foundation takes the first of two equal keys; ours refuses the second.
  case keyTwice = "key twice"
  /// Foundation takes two spellings of one letter (U+00E9; e, U+0301) for one key; ours keeps both.
  case equivalentKeys = "equivalent keys"
  /// Foundation's limit on nesting is 512, ours 64.
  case depth = "depth"
  /// Foundation has no value for a number beyond a `Double`, nor for a zero that has another digit in it
  /// (1e-999, but also 0.0e1); ours keeps the number's text.
  case range = "range of numbers"
  /// Foundation reads 1.0 and 1e3 as whole numbers, and drops a fraction that a `Double` cannot hold;
  /// ours takes only what is written as a whole number.
  case wholeFraction = "whole number with a fraction"
}
