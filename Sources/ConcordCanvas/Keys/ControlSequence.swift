/// A control sequence of ECMA-48, `ESC [ … final`, taken apart.
struct ControlSequence {
  /// The private marker `< = > ?` that may stand first.
  var marker: UInt8?
  /// The parameters, 0 where left out; sub-parameters after a colon are dropped.
  var parameters: [Int]
  /// The last intermediate byte, as in rxvt's `ESC [ 7 $`.
  var intermediate: UInt8?
  /// The final byte.
  var final: UInt8

  /// How reading one went.
  enum Reading {
    /// More bytes are needed.
    case incomplete
    /// A sequence that ends before `end`.
    case complete(ControlSequence, end: Int)
    /// Not a sequence; the bytes before `end` are to be dropped.
    case garbage(end: Int)
  }

  /// The longest sequence waited for, in bytes; no key's sequence comes near.
  private static let longest = 128

  /// Reads a sequence whose parameters begin at `start`.
  static func read(_ bytes: ArraySlice<UInt8>, from start: Int) -> Reading {
    var sequence = ControlSequence(marker: nil, parameters: [], intermediate: nil, final: 0)
    var number = 0
    var isSubparameter = false
    var hasDigits = false
    for index in start..<bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        hasDigits = true
        if !isSubparameter { number = min(number * 10 + Int(byte - 0x30), 1_000_000) }
      case 0x3A:
        isSubparameter = true
      case 0x3B:
        sequence.parameters.append(number)
        number = 0
        isSubparameter = false
        hasDigits = true
      case 0x3C...0x3F:
        sequence.marker = byte
      case 0x20...0x2F:
        sequence.intermediate = byte
      case 0x40...0x7E:
        if hasDigits { sequence.parameters.append(number) }
        sequence.final = byte
        return .complete(sequence, end: index + 1)
      default:
        // A control or a byte of text ends the sequence, and is read again as itself.
        return .garbage(end: index)
      }
      if index - start > longest { return .garbage(end: index + 1) }
    }
    return .incomplete
  }

  /// The parameter at an index; `otherwise` where it is left out or 0.
  func parameter(_ index: Int, or otherwise: Int) -> Int {
    index < parameters.count && parameters[index] != 0 ? parameters[index] : otherwise
  }

  /// The key the sequence stands for; nil for none.
  var key: Key? {
    if marker == UInt8(ascii: "<") { return mouse }
    guard marker == nil else { return nil }
    switch final {
    case UInt8(ascii: "~"): return tilde(parameter(0, or: 0), modifiers: modifiers)
    case UInt8(ascii: "^"): return tilde(parameter(0, or: 0), modifiers: .control)
    case UInt8(ascii: "@"): return tilde(parameter(0, or: 0), modifiers: [.control, .shift])
    case UInt8(ascii: "u"): return Self.key(code: parameter(0, or: 0)).map { $0.holding(modifiers) }
    case UInt8(ascii: "I"): return .focus(true)
    case UInt8(ascii: "O"): return .focus(false)
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.letter(final - 0x20).map { $0.holding(.shift) }
    default: return Self.letter(final).map { $0.holding(modifiers) }
    }
  }

  /// The key of a letter that ends `ESC [` or `ESC O`; nil for none.
  static func letter(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(byte - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  // The second parameter counts the modifiers' bits from 1; bits beyond control are not ours.
  private var modifiers: Modifiers {
    Modifiers(rawValue: UInt8(truncatingIfNeeded: parameter(1, or: 1) - 1) & 7)
  }

  private func tilde(_ number: Int, modifiers: Modifiers) -> Key? {
    let key: Key? =
      switch number {
      case 1, 7: .home
      case 2: .insert
      case 3: .delete
      case 4, 8: .end
      case 5: .pageUp
      case 6: .pageDown
      case 11...15: .function(number - 10)
      case 17...21: .function(number - 11)
      case 23...26: .function(number - 12)
      case 28, 29: .function(number - 13)
      case 31...34: .function(number - 14)
      case 27: Self.key(code: parameter(2, or: 0))
      default: nil
      }
    return key?.holding(modifiers)
  }

  // A key by its Unicode code, as xterm's modifyOtherKeys and kitty's protocol send it.
  private static func key(code: Int) -> Key? {
    switch code {
    case 9: return .tab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 0x20..<0x7F, 0xA0..<0xE000, 0xF900..<0x11_0000:
      return Unicode.Scalar(UInt32(code)).map { .character(Character($0)) }
    default: return nil
    }
  }

  private var mouse: Key? {
    let isPress = final == UInt8(ascii: "M")
    guard parameters.count == 3, isPress || final == UInt8(ascii: "m") else { return nil }
    let code = parameters[0]
    // Bits: 0–1 button, 2 shift, 3 alt, 4 control, 5 motion, 6 wheel.
    let modifiers = Modifiers(rawValue: UInt8(code >> 2 & 7))
    let button: MouseEvent.Button? = [.left, .middle, .right, nil][code & 3]
    let kind: MouseEvent.Kind?
    switch (code & 64 != 0, code & 32 != 0) {
    case (true, _): kind = [.wheelUp, .wheelDown, nil, nil][code & 3]
    case (false, true): kind = button.map { .drag($0) } ?? .move
    case (false, false): kind = button.map { isPress ? .press($0) : .release($0) }
    }
    // The terminal counts cells from 1.
    let position = Point(x: max(0, parameters[1] - 1), y: max(0, parameters[2] - 1))
    return kind.map { .mouse(MouseEvent($0, at: position, modifiers: modifiers)) }
  }
}
