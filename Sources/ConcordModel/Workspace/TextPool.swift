import ConcordJSON

/// The texts of all records, kept as UTF-8 bytes: short references in the rows, no `String` until
/// someone looks. Texts are only ever added, so a copy costs nothing until then.
///
/// Those of a loaded cache stay where they are in its file: as they are, or as JSON that is read when
/// someone looks.
package struct TextPool: Sendable {
  /// Where a text stands: 2 bits of form, 41 bits of address, 20 bits of length. Never negative.
  package typealias Reference = Int64

  /// How held bytes are to be read.
  package enum HeldForm: Int64 {
    /// As they are.
    case plain = 1
    /// The inside of a JSON string.
    case escaped = 2
    /// A JSON array of strings: a list.
    case list = 3
  }

  private var held: HeldBytes?
  private var chunks: [[UInt8]] = []
  private var open = -1
  /// The repeated words in the order of their numbers.
  package private(set) var words: [String] = []
  private var wordPlaces: [String: Int32] = [:]

  /// Bytes that a chunk is made for; a longer text gets a chunk of its own.
  private static let chunkSize = 1 << 20
  /// The longest text: 1 MiB less one byte.
  package static let longest = (1 << 20) - 1

  package init() {}

  /// Adds `bytes`, cut at the longest text there may be.
  package mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> Reference {
    let length = min(bytes.count, Self.longest)
    if open < 0 || chunks[open].count + length > Self.chunkSize {
      var chunk: [UInt8] = []
      chunk.reserveCapacity(Self.chunkSize)
      chunks.append(chunk)
      open = chunks.count - 1
    }
    let offset = chunks[open].count
    chunks[open].append(contentsOf: UnsafeBufferPointer(rebasing: bytes[0..<length]))
    return Int64(open) << 40 | Int64(offset) << 20 | Int64(length)
  }

  /// Adds `text`.
  package mutating func store(_ text: String) -> Reference {
    var text = text
    return text.withUTF8 { store($0) }
  }

  /// Adds `bytes`.
  package mutating func store(_ bytes: [UInt8]) -> Reference {
    bytes.withUnsafeBufferPointer { store($0) }
  }

  /// Runs `body` on the bytes of `reference`.
  package func withBytes<Result>(
    _ reference: Reference, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let length = Int(reference & 0xFFFFF)
    guard let form = HeldForm(rawValue: reference >> 61) else {
      let offset = Int(reference >> 20 & 0xFFFFF)
      return chunks[Int(reference >> 40)].withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[offset..<offset + length]))
      }
    }
    let bytes = heldBytes(reference)
    switch form {
    case .plain: return body(bytes)
    case .escaped:
      var text: [UInt8] = []
      JSONText(range: 0..<length, hasEscapes: true).append(to: &text, in: bytes.span)
      return text.withUnsafeBufferPointer(body)
    case .list:
      return Self.framed(Self.strings(bytes.span)).withUnsafeBufferPointer(body)
    }
  }

  // MARK: Held bytes

  /// Takes on bytes that texts may stand in; once, before there are any.
  package mutating func hold(_ bytes: HeldBytes) { held = bytes }

  /// The reference of held bytes; nil where they are longer than a text may be.
  @inline(__always)
  package static func reference(_ form: HeldForm, offset: Int, length: Int) -> Reference? {
    guard length <= longest, offset < 1 << 41 else { return nil }
    return form.rawValue << 61 | Int64(offset) << 20 | Int64(length)
  }

  func heldBytes(_ reference: Reference) -> UnsafeBufferPointer<UInt8> {
    let offset = Int(reference >> 20 & 0x1FF_FFFF_FFFF)
    let bytes = held?.bytes ?? UnsafeBufferPointer(start: nil, count: 0)
    return UnsafeBufferPointer(rebasing: bytes[offset..<offset + Int(reference & 0xFFFFF)])
  }

  /// The strings of a JSON array.
  private static func strings(_ bytes: Span<UInt8>) -> [String] {
    var cursor = JSONCursor()
    var result: [String] = []
    do {
      try cursor.beginArray(bytes)
      while try cursor.nextElement(bytes) {
        result.append(try cursor.readString(bytes).string(in: bytes))
      }
    } catch {
      // The reader of the cache has let nothing else in.
    }
    return result
  }

  /// The text of `reference`.
  package func text(_ reference: Reference) -> String {
    withBytes(reference) { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Lists: each part as four bytes of length, little end first, and its bytes.

  /// Adds a set; its elements are put in byte order, each once.
  package mutating func store(set elements: [String]) -> Reference {
    if FieldValue.isSet(elements) { return store(frames: elements) }
    return store(frames: Set(elements).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// Adds a list of texts.
  package mutating func store(frames parts: [String]) -> Reference { store(Self.framed(parts)) }

  private static func framed(_ parts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      let utf8 = part.utf8
      withUnsafeBytes(of: UInt32(utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: utf8)
    }
    return bytes
  }

  /// The elements of a set, in byte order.
  package func elements(_ reference: Reference) -> [String] { frames(reference) }

  /// The parts of a list.
  package func frames(_ reference: Reference) -> [String] {
    if reference >> 61 == HeldForm.list.rawValue { return Self.strings(heldBytes(reference).span) }
    return withBytes(reference) { bytes in
      var result: [String] = []
      var offset = 0
      while offset + 4 <= bytes.count {
        let length = (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        let end = min(offset + 4 + length, bytes.count)
        result.append(
          String(
            decoding: UnsafeBufferPointer(rebasing: bytes[offset + 4..<end]), as: UTF8.self))
        offset = end
      }
      return result
    }
  }

  // MARK: Words: keys that come again and again.

  /// The number of a repeated word, given out in the order of arrival.
  package mutating func intern(_ word: String) -> Int64 {
    if let place = wordPlaces[word] { return Int64(place) }
    let place = Int32(words.count)
    words.append(word)
    wordPlaces[word] = place
    return Int64(place)
  }

  /// The number of `word`, if it ever came.
  package func number(of word: String) -> Int64? { wordPlaces[word].map(Int64.init) }

  /// The word of a number.
  package func word(_ number: Int64) -> String { words[Int(number)] }
}
