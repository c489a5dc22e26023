/// Made-up names with everything in them that a terminal may count, join, reorder or obey; written
/// with escapes where a reader could not see what stands there.
enum DifficultNames {
  /// A name and what is difficult about it.
  struct Name: Sendable {
    let why: String
    let bytes: [UInt8]

    init(_ why: String, _ name: String) {
      self.why = why
      bytes = Array(name.utf8)
    }

    /// A name that is no UTF-8.
    init(_ why: String, bytes: [UInt8]) {
      self.why = why
      self.bytes = bytes
    }
  }

  static let all: [Name] = [
    Name("plain", "Heron Bay County"),
    Name("Latin, composed", "Préfecture de la Rivière-Égarée, Čačák & Łódka"),
    Name("Latin, decomposed", "Pre\u{301}fecture de la Rivie\u{300}re-E\u{301}gare\u{301}e"),
    Name("stacked marks", "Vi\u{323}\u{302}nh Ha\u{323}\u{302} Po\u{31B}\u{301}rt"),
    Name("more marks than a cell holds", "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}algo"),
    Name("a mark without a base", "\u{301}Acute Harbor"),
    Name("Greek and Cyrillic", "Λιμεναρχείο Νήσου · Портовая полиция Ёлкино"),
    Name("Armenian and Georgian", "Ծովափի ոստիկանություն · ზღვის პოლიცია"),
    Name("wide CJK", "北浜市警察局国际合作处"),
    Name("CJK and Latin by turns", "A北B浜C市D警E察F局"),
    Name("Japanese with half-width kana", "みなと警察 ﾐﾅﾄｹｲｻﾂ ポリス"),
    Name("a half-width kana with its sound mark", "ｶ\u{FF9E}ﾊ\u{FF9F}市"),
    Name("Japanese decomposed", "か\u{3099}き\u{3099}の港"),
    Name("full-width Latin", "ＨＡＲＢＯＲ　ＣＩＴＹ　１２３"),
    Name("Korean syllables", "강변시 경찰청"),
    Name("Korean letters that join", "\u{1100}\u{1161}\u{11BC}\u{1107}\u{1167}\u{11AB} 경찰"),
    Name("old Korean letters that do not", "\u{1102}\u{119E}\u{11AF} 항구"),
    Name("an ideograph beyond the first plane", "𠮷野港 𪚥 警察"),
    Name("an ideograph with a variation selector", "葛\u{E0100}城市 辻\u{FE00}"),
    Name("Arabic with vowel signs", "شُرْطَةُ المِينَاءِ الجَدِيد"),
    Name("Persian with a joiner", "نیروی می\u{200C}خواهم بندر"),
    Name("Hebrew with points", "מִשְׁטֶרֶת הַנָּמֵל 123 (צפון)"),
    Name("Syriac and Thaana", "ܡܕܝܢܬܐ ܚܕܬܐ · ބަނދަރު ފުލުހުން"),
    Name("Devanagari with conjuncts", "क्षेत्रीय बन्दरगाह पुलिस, श्रीनगरी"),
    Name("Bengali, Tamil, Telugu", "বন্দর পুলিশ · துறைமுகக் காவல் · ఓడరేవు పోలీసు"),
    Name("Malayalam and Sinhala", "തുറമുഖ പോലീസ് · වරාය පොලිසිය"),
    Name("Thai with tone marks", "ตำรวจน้ำท่าเรือใหม่ ที่กั้น"),
    Name("Lao, Khmer, Burmese", "ຕຳຫຼວດທ່າເຮືອ · ប៉ូលីសកំពង់ផែ · ဆိပ်ကမ်းရဲ"),
    Name("Tibetan", "གྲུ་ཁ་ཉེན་རྟོག་པ"),
    Name("Ethiopic and Cherokee", "የወደብ ፖሊስ · ᎠᏂᏴᏫᏯ ᎤᎾᏙᏢᏒᎢ"),
    Name("Mongolian", "ᠪᠣᠭᠣᠮᠲᠠ ᠶᠢᠨ ᠴᠠᠭᠳᠠᠭ᠎ᠠ"),
    Name("emoji", "Harbor 🚓 Watch 🛟 Unit"),
    Name("an emoji of scientists joined", "Lab 👩\u{200D}🔬 and 👨\u{200D}👩\u{200D}👧\u{200D}👦 Trust"),
    Name("an emoji with a skin colour", "Hands 👋🏽 United 🏽 alone"),
    Name("regional indicators", "Unit 🇺🇳 · 🇪🇺 · 🇦 alone"),
    Name("a flag of tags", "North 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} Port"),
    Name("text and emoji presentation", "❤\u{FE0F} ❤\u{FE0E} ☎\u{FE0F} ©\u{FE0F} ™"),
    Name("key caps", "Pier 1\u{FE0F}\u{20E3} and #\u{20E3}"),
    Name("signs of doubtful width", "§ ° ± · × ÷ ‰ № ① Ⅳ ← ↑ ■ □ ★ ☆ ♀ ♂ ─ █ ▒ ※ 〜"),
    Name("soft hyphens", "Hafen\u{AD}polizei\u{AD}direktion"),
    Name("zero-width spaces and joiners", "Zero\u{200B}Width\u{200D}Space\u{2060}Office\u{FEFF}"),
    Name("spaces of all kinds", "A\u{A0}B\u{2003}C\u{2009}D\u{202F}E\u{3000}F\u{1680}G"),
    Name("bidi marks", "Left\u{200E}Right\u{200F}Arabic\u{61C}End"),
    Name("bidi overrides", "gpj.\u{202E}exe.tropeR\u{202C} Office"),
    Name("bidi isolates", "\u{2066}First\u{2069} \u{2067}Second\u{2069} \u{2068}Third\u{2069}"),
    Name("line and paragraph separators", "One\u{2028}Two\u{2029}Three\u{85}Four"),
    Name("C0", "Bell\u{7} Back\u{8}space Tab\tReturn\rVertical\u{B}Delete\u{7F}"),
    Name("an escape sequence", "Red \u{1B}[31m Title \u{1B}]0;owned\u{7} Clear \u{1B}[2J"),
    Name("C1", "Next\u{85}Line \u{9B}31m \u{9D}0;owned\u{9C}"),
    Name("mojibake of Latin-1", "CafÃ© MÃ¼ller \u{C2}\u{80}\u{C2}\u{9F}"),
    Name("fillers that show nothing", "A\u{3164}B\u{115F}C\u{1160}D\u{FFA0}E\u{2800}F"),
    Name("format controls", "A\u{2061}B\u{206A}C\u{FFF9}D\u{FFFB}E\u{1D173}F"),
    Name("tags", "Plain\u{E0041}\u{E0042}Tags"),
    Name("noncharacters and private use", "A\u{FFFF}BC\u{E000}D\u{F8FF}E\u{10FFFD}"),
    Name("musical and mathematical signs", "𝔥𝔞𝔯𝔟𝔬𝔯 𝟙𝟚𝟛 𝄞 𝅘𝅥"),
    Name("counting rods and hexagrams", "𝍠𝍡 ䷀䷁ ☰☱"),
    Name("Egyptian and cuneiform", "𓀀𓁐 𒀀𒈦"),
    Name("enclosing marks", "A\u{20DD}B\u{20DE} 1\u{20E0}"),
    Name("double marks across letters", "o\u{361}o Ba\u{35C}y"),
    Name("a ligature and long s", "oﬃce ﷽ ſtation Ǆ"),
    Name("marks on a wide base", "港\u{301}湾\u{20DD}"),
    Name("marks on a space", "A \u{301}B \u{20DD}C"),
    Name("an interlinear mark at the end", "End\u{301}\u{302}"),
    Name("UTF-8 cut short", bytes: Array("Cut ".utf8) + [0xE6, 0x9D] + Array(" short".utf8)),
    Name("Latin-1 bytes", bytes: Array("Caf".utf8) + [0xE9] + Array(" M".utf8) + [0xFC, 0x6C]),
    Name("an overlong slash", bytes: Array("Over".utf8) + [0xC0, 0xAF] + Array("long".utf8)),
    Name("a surrogate in UTF-8", bytes: Array("Half ".utf8) + [0xED, 0xA0, 0x80] + [0x21]),
    Name("beyond Unicode", bytes: Array("Far ".utf8) + [0xF4, 0x90, 0x80, 0x80] + [0x21]),
    Name("only invisible", "\u{200B}\u{200D}\u{2060}"),
    Name("longer than any row", String(repeating: "北浜e\u{301}😀 ", count: 60)),
  ]
}
