import ConcordCanvas

/// Texts whose columns terminals do not all count alike, as the dashboard draws them.
struct WidthSamples {
  /// A text, what it is, and what is drawn of it.
  struct Row {
    let name: String
    let drawn: String
    let columns: Int
  }

  let rows: [Row]

  /// - Parameter isUTF8: whether the locale can show more than ASCII.
  init(isUTF8: Bool) {
    rows = Self.texts.map { name, text in
      var canvas = Canvas(width: Self.limit, height: 1, glyphs: isUTF8 ? .unicode : .ascii)
      let columns = canvas.put(text, x: 0, y: 0)
      return Row(name: name, drawn: canvas.textLines()[0], columns: columns)
    }
  }

  /// No text is wider, in columns.
  static let limit = 24

  private static let texts = [
    ("Latin", "Préfecture Łódź"), ("combining", "Pre\u{301}fecture e\u{302}\u{323}"),
    ("Cyrillic", "Портовая полиция"), ("Greek", "Λιμεναρχείο"), ("Chinese", "北浜市警察局"),
    ("Japanese", "みなと ﾐﾅﾄ か\u{3099}"), ("Korean", "강변시 \u{1100}\u{1161}\u{11BC}"),
    ("Arabic", "شُرْطَةُ المِينَاء"), ("Hebrew", "מִשְׁטֶרֶת הנמל"), ("Devanagari", "क्षेत्रीय पुलिस"),
    ("Thai", "ตำรวจน้ำ ที่กั้น"), ("emoji", "🚓 ❤\u{FE0F} 👋🏽 👩\u{200D}🔬"), ("flags", "🇺🇳 🇪🇺"),
    ("signs", "▸ ◆ ● ○ ⚑ ✓ ✗ ▲ ▼ · …"), ("lines", "┌─┬─┐ │ ├┼┤ ▁▃▅▇█ ░▒▓"),
  ]
}
