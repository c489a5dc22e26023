/// The control sequence that puts a text on the terminal's clipboard (OSC 52), also through tmux.
package enum ClipboardSequence {
  /// The sequence for `text`.
  ///
  /// - Parameter isInTmux: tmux takes the plain sequence where its `set-clipboard` is on, and hands the
  ///   wrapped one on where its `allow-passthrough` is; each ignores what it does not know.
  package static func of(_ text: String, isInTmux: Bool) -> String {
    let plain = "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{07}"
    guard isInTmux else { return plain }
    let wrapped = plain.replacing("\u{1B}", with: "\u{1B}\u{1B}")
    return plain + "\u{1B}Ptmux;" + wrapped + "\u{1B}\\"
  }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Base64 of RFC 4648, with padding: some arithmetic, where the library for it would be Foundation.
  static func base64(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for index in 0..<4 {
        let letter = letters[Int(bits >> (18 - 6 * UInt32(index)) & 63)]
        result.append(index <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
