import CNcurses
import ConcordCanvas

/// What the terminal database says of the terminal that curses was started on.
struct Capabilities {
  /// The string of a capability without its padding; nil when the terminal lacks it.
  func string(_ name: String) -> [UInt8]? {
    guard let found = tigetstr(name), Int(bitPattern: found) != -1 else { return nil }
    return Self.withoutPadding(Array(String(cString: found).utf8))
  }

  /// Whether the terminal has all of these.
  func has(_ names: String...) -> Bool { names.allSatisfy { string($0) != nil } }

  /// The bytes of the capabilities that the terminal has, in this order.
  func strings(_ names: [String]) -> [UInt8] { names.compactMap(string).flatMap { $0 } }

  /// What the terminal's own keys send.
  var keys: [([UInt8], Key)] {
    Self.keyNames.compactMap { name, key in string(name).map { ($0, key) } }
  }

  // Padding stands in a string as `$<5>` or `$<5/>`.
  static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "<"),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
      {
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static let keyNames: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ] + (1...20).map { ("kf\($0)", Key.function($0)) }
}
