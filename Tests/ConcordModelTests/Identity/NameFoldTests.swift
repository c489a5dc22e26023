import FoundationEssentials
import Testing

@testable import ConcordModel

@Suite("Fold of names")
struct NameFoldTests {
  @Test(
    "Each name has the fold that the domain page says",
    arguments: [
      ("Jefferson County", "jefferson county"),
      (
        "JEFFERSON COUNTY PROSECUTING ATTORNEY'S OFFICE",
        "jefferson county prosecuting attorney s office"
      ),
      ("  a -- b  ", "a b"),
      ("AT&T", "at and t"),
      ("Parks & Recreation", "parks and recreation"),
      ("Parks \u{FF06} Recreation", "parks and recreation"),
      ("&", "and"),
      ("Universit\u{E9} de Montr\u{E9}al", "universite de montreal"),
      ("Universite\u{301} de Montre\u{301}al", "universite de montreal"),
      ("\u{FB01}re", "fire"),
      ("\u{C5}lesund A\u{30A}lesund \u{212B}lesund", "alesund alesund alesund"),
      ("\u{FF26}\u{FF22}\u{FF29}\u{3000}\u{FF17}", "fbi 7"),
      ("Stra\u{DF}e STRA\u{1E9E}E", "strasse strasse"),
      ("\u{130}stanbul \u{131}", "istanbul i"),
      ("\u{141}\u{F3}d\u{17A} \u{142}", "lodz l"),
      ("S\u{F8}n \u{D8}st \u{110}or\u{111}e \u{C6}gir \u{DE}\u{F3}r", "son ost dorde aegir thor"),
      ("Hawai\u{2BB}i Hawai\u{2019}i Hawai'i", "hawai i hawai i hawai i"),
      ("Acme\u{2122} \u{BD} mile", "acmetm 1 2 mile"),
      (
        "\u{3A3}\u{3AF}\u{3C3}\u{3C5}\u{3C6}\u{3BF}\u{3C2}",
        "\u{3C3}\u{3B9}\u{3C3}\u{3C5}\u{3C6}\u{3BF}\u{3C3}"
      ),
      ("\u{420}\u{43E}\u{441}\u{441}\u{438}\u{44F}", "\u{440}\u{43E}\u{441}\u{441}\u{438}\u{44F}"),
      ("\u{963F}\u{5BCC}\u{6C57}", "\u{963F}\u{5BCC}\u{6C57}"),
      (
        "\u{D55C}\u{AD6D} \u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}",
        "\u{D55C}\u{AD6D} \u{D55C}\u{AD6D}"
      ),
      ("\u{627}\u{644}\u{639}\u{631}\u{627}\u{642}", "\u{627}\u{644}\u{639}\u{631}\u{627}\u{642}"),
      ("\u{928}\u{947}\u{92A}\u{93E}\u{932}", "\u{928}\u{947}\u{92A}\u{93E}\u{932}"),
      ("A\u{202E}B\u{200D}C\u{AD}D", "abcd"),
      ("", ""), ("...", ""), ("\u{301}", ""),
    ])
  func fold(name: String, fold: String) {
    #expect(Array(NameFold.fold(name).unicodeScalars) == Array(fold.unicodeScalars))
  }

  @Test("A buffer takes fold after fold, without spaces between them")
  func appending() {
    var buffer: [UInt8] = []
    NameFold.append("The Office", to: &buffer)
    NameFold.append(" \u{C9}cole!", to: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "the officeecole")
  }

  @Test("Bytes that are not UTF-8 count as punctuation")
  func notUTF8() {
    var buffer: [UInt8] = []
    NameFold.append(utf8: ([0x41, 0xFF, 0x42, 0xC3] as [UInt8]).span, to: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "a b")
  }

  @Test("Folding a fold changes nothing, for every character there is")
  func idempotentOnScalars() {
    var unstable: [String] = []
    for value in UInt32(0)...0x3_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = NameFold.fold("x\(Character(scalar))y")
      if NameFold.fold(once) != once { unstable.append(String(value, radix: 16)) }
    }
    #expect(unstable == [])
  }

  static let messyNames = URL(filePath: #filePath)
    .appending(path: "../../../../../shared/real/registry/messy_org_names.csv").standardized

  @Test(
    "Folding a fold changes nothing, for names that stress",
    .enabled(
      if: FileManager.default.fileExists(atPath: messyNames.path()),
      "needs ../shared/real/registry/messy_org_names.csv"))
  func idempotentOnRealNames() throws {
    let lines = try String(contentsOf: Self.messyNames, encoding: .utf8).split(
      whereSeparator: \.isNewline)
    #expect(lines.count > 2_000)
    for line in lines {
      let once = NameFold.fold(String(line))
      #expect(NameFold.fold(once) == once)
      #expect(!once.isEmpty)
    }
  }
}
