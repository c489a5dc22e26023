/// Turns the bytes a terminal sends into keys.
///
/// Bytes may arrive in any chunks. Whatever is not a key of ours is dropped without a trace of it
/// acting as another key.
package struct KeyDecoder: Sendable {
  private var pending: [UInt8] = []
  private var paste: PasteReader?
  private let extra: [[UInt8]: Key]
  private let longestExtra: Int

  /// A decoder that knows the forms of xterm and its kin, and what the terminal's own description
  /// adds to them.
  package init(extra: [([UInt8], Key)] = []) {
    // Only sequences: a printable byte is always itself.
    let sequences = extra.filter { bytes, _ in bytes.count > 1 && bytes[0] == 0x1B }
    self.extra = Dictionary(sequences, uniquingKeysWith: { first, _ in first })
    longestExtra = sequences.map(\.0.count).max() ?? 0
  }

  /// How long to wait for what may follow an Escape, in milliseconds: longer than a sequence takes to
  /// arrive, shorter than a person notices.
  package static let escapeWait = 25

  /// Whether an Escape waits for what may follow it; if nothing comes within ``escapeWait``, call
  /// ``timeout()``.
  package var hasPendingEscape: Bool {
    guard paste == nil, pending.first == 0x1B else { return false }
    return pending.count == 1 || (pending.count == 2 && Self.opensString(pending[1]))
  }

  /// The keys that are complete once these bytes have arrived.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    pending.append(contentsOf: bytes)
    return drain()
  }

  /// Says that nothing followed for a while, so that a lone Escape is the Escape key.
  ///
  /// A key's sequence that came only in part keeps waiting: its rest must not act as keys.
  package mutating func timeout() -> [Key] {
    guard hasPendingEscape else { return [] }
    let last = pending[pending.count - 1]
    let isLone = pending.count == 1
    pending.removeAll()
    return [isLone ? .escape : .alt(Character(Unicode.Scalar(last)))]
  }

  // MARK: One key at a time

  private enum Step {
    case incomplete
    case consumed(end: Int, Key?)
    case paste(end: Int)
  }

  private mutating func drain() -> [Key] {
    var keys: [Key] = []
    var start = 0
    while start < pending.count {
      if paste != nil {
        let rest = pending[start...]
        start = pending.count
        guard let (text, used) = paste?.feed(rest) else { break }
        paste = nil
        start = used
        keys.append(.paste(text))
        continue
      }
      switch step(pending[start...]) {
      case .incomplete:
        pending.removeFirst(start)
        return keys
      case .consumed(let end, let key):
        if let key { keys.append(key) }
        start = end
      case .paste(let end):
        paste = PasteReader()
        start = end
      }
    }
    pending.removeAll(keepingCapacity: pending.capacity <= 4096)
    return keys
  }

  private func step(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    let byte = bytes[start]
    if byte == 0x1B { return escape(bytes) }
    if byte >= 0x80 { return character(bytes) }
    return .consumed(end: start + 1, Self.key(ascii: byte))
  }

  private func escape(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    if let (end, key) = extraKey(bytes) { return .consumed(end: end, key) }
    guard start + 1 < bytes.endIndex else { return .incomplete }
    let next = bytes[start + 1]
    switch next {
    case 0x1B:
      return .consumed(end: start + 1, .escape)
    case UInt8(ascii: "["):
      return sequence(bytes)
    case UInt8(ascii: "O"):
      return singleShift(bytes)
    case _ where Self.opensString(next):
      return string(bytes)
    case 0x80...:
      guard case .consumed(let end, let key) = character(bytes[(start + 1)...]) else {
        return .incomplete
      }
      return .consumed(end: end, key.map { $0.holding(.alt) })
    default:
      let key = Self.key(ascii: next)
      if case .control = key { return .consumed(end: start + 2, key.map { .with(.alt, $0) }) }
      return .consumed(end: start + 2, key.map { $0.holding(.alt) })
    }
  }

  // The longest of the terminal's own sequences that these bytes begin with.
  private func extraKey(_ bytes: ArraySlice<UInt8>) -> (end: Int, Key)? {
    guard longestExtra > 0 else { return nil }
    for count in stride(from: min(longestExtra, bytes.count), through: 2, by: -1) {
      let end = bytes.startIndex + count
      if let key = extra[Array(bytes[..<end])] { return (end, key) }
    }
    return nil
  }

  private func sequence(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    guard start + 2 < bytes.endIndex else { return .incomplete }
    switch bytes[start + 2] {
    case UInt8(ascii: "["):
      // The Linux console's F1…F5: ESC [ [ A…E.
      guard start + 3 < bytes.endIndex else { return .incomplete }
      let letter = bytes[start + 3]
      guard letter >= 0x20, letter < 0x7F else { return .consumed(end: start + 3, nil) }
      let isKey = (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter)
      return .consumed(end: start + 4, isKey ? .function(Int(letter) - 0x40) : nil)
    case UInt8(ascii: "M"):
      // The mouse's old form has three bytes more, which must not act as keys.
      return start + 5 < bytes.endIndex ? .consumed(end: start + 6, nil) : .incomplete
    default:
      break
    }
    switch ControlSequence.read(bytes, from: start + 2) {
    case .incomplete: return .incomplete
    case .garbage(let end): return .consumed(end: end, nil)
    case .complete(let sequence, let end):
      let isTilde = sequence.final == UInt8(ascii: "~") && sequence.marker == nil
      if isTilde, sequence.parameters.first == 200 { return .paste(end: end) }
      return .consumed(end: end, sequence.key)
    }
  }

  private func singleShift(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    var index = start + 2
    // Some terminals put the modifier's number between, as in ESC O 5 A.
    var modifiers: Modifiers = []
    if index < bytes.endIndex, (0x31...0x38).contains(bytes[index]) {
      modifiers = Modifiers(rawValue: bytes[index] - 0x31)
      index += 1
    }
    guard index < bytes.endIndex else { return .incomplete }
    let byte = bytes[index]
    guard byte >= 0x20, byte < 0x7F else { return .consumed(end: index, nil) }
    return .consumed(end: index + 1, Self.key(singleShift: byte).map { $0.holding(modifiers) })
  }

  private static func key(singleShift byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      ControlSequence.letter(byte - 0x20).map { $0.holding(.control) }
    // The keypad: * + , - . / and the digits stand 0x40 above themselves.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(byte - 0x40)))
    default: ControlSequence.letter(byte)
    }
  }

  // A device control, operating system or similar string: a terminal's answer. It ends in BEL or
  // ESC \; another control cuts it short and is read again as itself.
  private func string(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    for index in (start + 2)..<max(start + 2, bytes.endIndex) {
      switch bytes[index] {
      case 0x07:
        return .consumed(end: index + 1, nil)
      case 0x1B:
        guard index + 1 < bytes.endIndex else { return .incomplete }
        return .consumed(end: bytes[index + 1] == UInt8(ascii: "\\") ? index + 2 : index, nil)
      case 0..<0x20:
        return .consumed(end: index, nil)
      default:
        if index - start > Self.longestString { return .consumed(end: index + 1, nil) }
      }
    }
    return .incomplete
  }

  // The longest answer waited for, in bytes.
  private static let longestString = 4096

  private static func opensString(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "X"):
      true
    default: false
    }
  }

  private func character(_ bytes: ArraySlice<UInt8>) -> Step {
    switch UTF8Reading.read(bytes) {
    case .incomplete: return .incomplete
    case .invalid(let end): return .consumed(end: end, .character("\u{FFFD}"))
    case .scalar(let scalar, let end):
      let isControl = (0x80..<0xA0).contains(scalar.value)
      return .consumed(end: end, isControl ? nil : .character(Character(scalar)))
    }
  }

  private static func key(ascii byte: UInt8) -> Key? {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    case 0x20..<0x7F: .character(Character(Unicode.Scalar(byte)))
    default: nil
    }
  }
}
