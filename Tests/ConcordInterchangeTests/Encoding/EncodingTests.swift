import Testing

@testable import ConcordInterchange

@Suite("Encoding")
struct EncodingTests {
  static let text =
    "name,city\nUniversit\u{E9} d\u{2019}Orl\u{E9}ans,Orl\u{E9}ans\n\u{963F}\u{1F600},x\n"
  static let units = Array(text.utf16)
  static let littleEndian = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  static let bigEndian = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  static let utf32LittleEndian = text.unicodeScalars.flatMap { scalar in
    [0, 8, 16, 24].map { UInt8(scalar.value >> $0 & 0xFF) }
  }
  static let utf32BigEndian = text.unicodeScalars.flatMap { scalar in
    [24, 16, 8, 0].map { UInt8(scalar.value >> $0 & 0xFF) }
  }

  @Test(
    "Every encoding is found out and gives the same rows",
    arguments: [
      ("UTF-8", Array(text.utf8), TextEncoding.utf8),
      ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
      ("UTF-16LE with a mark", [0xFF, 0xFE] + littleEndian, .utf16LittleEndian),
      ("UTF-16BE with a mark", [0xFE, 0xFF] + bigEndian, .utf16BigEndian),
      ("UTF-16LE without a mark", littleEndian, .utf16LittleEndian),
      ("UTF-16BE without a mark", bigEndian, .utf16BigEndian),
      ("UTF-32LE with a mark", [0xFF, 0xFE, 0, 0] + utf32LittleEndian, .utf32LittleEndian),
      ("UTF-32BE with a mark", [0, 0, 0xFE, 0xFF] + utf32BigEndian, .utf32BigEndian),
    ])
  func detected(name: String, bytes: [UInt8], encoding: TextEncoding) throws {
    let table = try SourceTable.open(SourceFile(name: "t.csv", bytes: bytes))
    #expect(table.encoding == encoding)
    #expect(table.columns == ["name", "city"])
    let reading = Reading(table)
    #expect(reading.refusals.isEmpty)
    #expect(
      reading.texts == [
        ["Universit\u{E9} d\u{2019}Orl\u{E9}ans", "Orl\u{E9}ans"], ["\u{963F}\u{1F600}", "x"],
      ])
  }

  @Test("Windows-1252 is what is left when the bytes are not UTF-8")
  func windows1252() throws {
    // Café “Zürich” €
    let bytes: [UInt8] =
      Array("name\nCaf".utf8) + [0xE9, 0x20, 0x93, 0x5A, 0xFC] + Array("rich".utf8)
      + [0x94, 0x20, 0x80, 0x0A]
    let reading = try Reading(bytes: bytes)
    #expect(reading.texts == [["Caf\u{E9} \u{201C}Z\u{FC}rich\u{201D} \u{20AC}"]])
  }

  @Test(
    "The five bytes that Windows-1252 leaves undefined are C1 controls, so their rows are refused")
  func undefinedBytes() throws {
    let bytes: [UInt8] = Array("name\nA".utf8) + [0x81, 0xE9, 0x0A] + Array("B\n".utf8)
    let reading = try Reading(bytes: bytes)
    #expect(reading.texts == [["B"]])
    #expect(reading.refusals.map(\.reason) == [.forbiddenCharacter(.init(codePoint: 0x81))])
  }

  @Test(
    "Mostly UTF-8 with a bad byte is damaged UTF-8: its row is refused, the others keep accents")
  func damagedUTF8() throws {
    var bytes = Array("name\n\u{C9}cole\nUniversit\u{E9}\nBad ".utf8)
    bytes += [0xFF, 0x0A]
    let reading = try Reading(bytes: bytes)
    #expect(reading.texts == [["\u{C9}cole"], ["Universit\u{E9}"]])
    #expect(reading.refusals.map(\.line) == [4])
    #expect(reading.refusals.map(\.reason) == [.forbiddenCharacter(.init(codePoint: 0xFFFD))])
  }

  @Test("An encoding given by name is kept to, or the file is refused with byte and line")
  func given() throws {
    var options = SourceOptions()
    options.encoding = TextEncoding(name: "latin-1")
    let reading = try Reading(bytes: Array("name\n\u{C9}\n".utf8), options)
    #expect(reading.texts == [["\u{C3}\u{2030}"]])

    options.encoding = .utf8
    let failure = Reading.failure(Array("name\nA".utf8) + [0xE9, 0x0A], options)
    #expect(failure?.reason == .undecodable(.utf8, offset: 6))
    #expect(failure?.line == 2)
    #expect(
      failure?.description == "t.csv, line 2: byte 7 is not UTF-8; name the encoding of the file.")
  }

  @Test(
    "UTF-16 cut in the middle of a character is undecodable",
    arguments: [
      ([0xFF, 0xFE, 0x41] as [UInt8], 2), ([0xFF, 0xFE, 0x3D, 0xD8], 2),
      ([0xFF, 0xFE, 0x3D, 0xD8, 0x41, 0x00], 2), ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xDC], 4),
    ])
  func brokenUTF16(bytes: [UInt8], offset: Int) {
    #expect(Reading.failure(bytes)?.reason == .undecodable(.utf16LittleEndian, offset: offset))
  }

  @Test("NUL bytes in plain text are not taken for UTF-16")
  func nulIsNotUTF16() {
    #expect(EncodingDetection(of: Array("name\nAb\0c\n".utf8)).encoding == .utf8)
    #expect(EncodingDetection(of: Array("name,x\nA\0,b\n".utf8)).encoding == .utf8)
  }

  @Test("Names of encodings are read as people write them")
  func names() {
    #expect(TextEncoding(name: "utf8") == .utf8)
    #expect(TextEncoding(name: "UTF-16LE") == .utf16LittleEndian)
    #expect(TextEncoding(name: "CP1252") == .windows1252)
    #expect(TextEncoding(name: "ISO-8859-1") == .windows1252)
    #expect(TextEncoding(name: "koi8-r") == nil)
  }
}
