/// An encoding that files arrive in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case windows1252 = "Windows-1252"

  /// The encoding of a name as people write it: case, `-`, `_` and spaces do not matter.
  ///
  /// Latin 1 is read as Windows-1252, which differs only in 27 controls that Latin 1 never prints.
  package init?(name: String) {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch plain {
    case "utf8", "ascii", "usascii": self = .utf8
    case "utf16le", "utf16", "ucs2", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "utf32le", "utf32": self = .utf32LittleEndian
    case "utf32be": self = .utf32BigEndian
    case "windows1252", "cp1252", "1252", "ansi", "latin1", "iso88591": self = .windows1252
    default: return nil
    }
  }

  /// The names of all encodings, for a sentence.
  package static var knownNames: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The mark that may stand before the text.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    case .windows1252: []
    }
  }
}
