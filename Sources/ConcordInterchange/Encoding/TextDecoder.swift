/// Turns the bytes of a file into UTF-8.
package struct TextDecoder {
  package let encoding: TextEncoding

  package init(_ encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// The text of a file in UTF-8, without its byte order mark, and what its encoding is.
  ///
  /// - Parameter encoding: the encoding that the user named, or `nil` to find it out.
  package static func text(
    of file: SourceFile, encoding: TextEncoding? = nil
  ) throws(ImportFailure) -> (utf8: [UInt8], encoding: TextEncoding) {
    var found = EncodingDetection(of: file.bytes)
    if let encoding, encoding != found.encoding || found.isDamaged {
      let mark = encoding.byteOrderMark
      let markLength = !mark.isEmpty && file.bytes.starts(with: mark) ? mark.count : 0
      found = EncodingDetection(encoding: encoding, markLength: markLength)
    }
    if found.isDamaged {
      return (Array(String(decoding: file.bytes, as: UTF8.self).utf8), .utf8)
    }
    if found.encoding == .utf8, (try? UTF8Span(validating: file.bytes.span)) != nil {
      return (found.markLength == 0 ? file.bytes : Array(file.bytes[found.markLength...]), .utf8)
    }
    let body = file.bytes[found.markLength...]
    do {
      return (try TextDecoder(found.encoding).decode(body), found.encoding)
    } catch {
      let line = 1 + file.bytes[..<error.offset].count { $0 == 0x0A }
      throw ImportFailure(
        file: file.name, line: line, reason: .undecodable(found.encoding, offset: error.offset))
    }
  }

  /// Where bytes do not belong to the encoding.
  package struct Undecodable: Error, Equatable {
    package let offset: Int
  }

  /// The UTF-8 of bytes that have no mark.
  package func decode(_ bytes: ArraySlice<UInt8>) throws(Undecodable) -> [UInt8] {
    switch encoding {
    case .utf8: try decodeUTF8(bytes)
    case .utf16LittleEndian: try decodeUTF16(bytes, low: 0)
    case .utf16BigEndian: try decodeUTF16(bytes, low: 1)
    case .utf32LittleEndian: try decodeUTF32(bytes, shifts: [0, 8, 16, 24])
    case .utf32BigEndian: try decodeUTF32(bytes, shifts: [24, 16, 8, 0])
    case .windows1252: decodeWindows1252(bytes)
    }
  }

  private func decodeUTF8(_ bytes: ArraySlice<UInt8>) throws(Undecodable) -> [UInt8] {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return Array(bytes)
    } catch {
      throw Undecodable(offset: bytes.startIndex + error.byteOffsets.lowerBound)
    }
  }

  private func decodeUTF16(
    _ bytes: ArraySlice<UInt8>, low: Int
  ) throws(Undecodable) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count / 2 + bytes.count / 4)
    var offset = bytes.startIndex
    func unit(at offset: Int) -> UInt32? {
      guard offset + 1 < bytes.endIndex else { return nil }
      return UInt32(bytes[offset + low]) | UInt32(bytes[offset + 1 - low]) << 8
    }
    while offset < bytes.endIndex {
      guard let first = unit(at: offset) else { throw Undecodable(offset: offset) }
      var scalar = first
      var length = 2
      if (0xD800..<0xDC00).contains(first) {
        guard let second = unit(at: offset + 2), (0xDC00..<0xE000).contains(second) else {
          throw Undecodable(offset: offset)
        }
        scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        length = 4
      }
      guard Self.append(scalar, to: &utf8) else { throw Undecodable(offset: offset) }
      offset += length
    }
    return utf8
  }

  private func decodeUTF32(
    _ bytes: ArraySlice<UInt8>, shifts: [UInt32]
  ) throws(Undecodable) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count / 4)
    for offset in stride(from: bytes.startIndex, to: bytes.endIndex, by: 4) {
      guard offset + 4 <= bytes.endIndex else { throw Undecodable(offset: offset) }
      let scalar = zip(bytes[offset..<offset + 4], shifts).reduce(UInt32(0)) {
        $0 | UInt32($1.0) << $1.1
      }
      guard Self.append(scalar, to: &utf8) else { throw Undecodable(offset: offset) }
    }
    return utf8
  }

  private func decodeWindows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0..<0x80: utf8.append(byte)
      case 0x80..<0xA0: Self.append(Self.windows1252[Int(byte - 0x80)], to: &utf8)
      default: Self.append(UInt32(byte), to: &utf8)
      }
    }
    return utf8
  }

  @discardableResult
  private static func append(_ scalar: UInt32, to utf8: inout [UInt8]) -> Bool {
    if scalar < 0x80 {
      utf8.append(UInt8(scalar))
      return true
    }
    guard let scalar = Unicode.Scalar(scalar), let encoded = UTF8.encode(scalar) else {
      return false
    }
    utf8.append(contentsOf: encoded)
    return true
  }

  /// 0x80 to 0x9F of Windows-1252. The five bytes that it leaves undefined (81, 8D, 8F, 90, 9D)
  /// become the C1 controls of the same number, as on the web: nothing is lost silently, as a row
  /// with a control in a name is refused.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
