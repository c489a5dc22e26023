/// Crockford's base 32: ten digits and 22 letters, without I, L, O and U.
package enum Crockford {
  private static let alphabet: StaticString = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

  /// The ASCII digit for a value from 0 to 31.
  package static func digit(_ value: Int) -> UInt8 {
    alphabet.utf8Start[value & 31]
  }

  /// The value of an ASCII digit, 0 to 31; nil when it is not one. Strict: capitals only.
  package static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...72: byte - 55
    case 74...75: byte - 56
    case 77...78: byte - 57
    case 80...84: byte - 58
    case 86...90: byte - 59
    default: nil
    }
  }

  /// What a person may have typed for a digit: small letters, and I, L and O for 1, 1 and 0.
  package static func forgiving(_ byte: UInt8) -> UInt8? {
    let upper = (97...122).contains(byte) ? byte - 32 : byte
    switch upper {
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    case UInt8(ascii: "O"): return 0
    default: return value(of: upper)
    }
  }

  /// `count` digits of the lowest bits of `bits`, the highest first.
  package static func text(_ bits: UInt64, digits count: Int) -> String {
    var text = ""
    for place in stride(from: count - 1, through: 0, by: -1) {
      text.unicodeScalars.append(Unicode.Scalar(digit(Int(bits >> UInt64(5 * place) & 31))))
    }
    return text
  }
}
