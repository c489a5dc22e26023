import ConcordCanvas
import Testing

@Suite("Bytes become keys")
struct KeyDecoderTests {
  static let table: [(String, [Key])] = [
    ("j", [.character("j")]), (" ", [.character(" ")]), ("é", [.character("é")]),
    ("日😀", [.character("日"), .character("😀")]),
    ("\r", [.enter]), ("\n", [.control("j")]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
    ("\u{8}", [.backspace]), ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]),
    ("\u{0}", [.control(" ")]), ("\u{1F}", [.control("_")]),
    ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[1;2A", [.with(.shift, .up)]),
    ("\u{1B}[1;5C", [.with(.control, .right)]), ("\u{1B}[1;3D", [.with(.alt, .left)]),
    ("\u{1B}[1;6H", [.with([.control, .shift], .home)]), ("\u{1B}O5A", [.with(.control, .up)]),
    ("\u{1B}[a", [.with(.shift, .up)]), ("\u{1B}Oa", [.with(.control, .up)]),
    ("\u{1B}[Z", [.backTab]), ("\u{1B}[H", [.home]), ("\u{1B}[4~", [.end]),
    ("\u{1B}[7~", [.home]), ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6;5~", [.with(.control, .pageDown)]),
    ("\u{1B}[2~", [.insert]), ("\u{1B}[3~", [.delete]), ("\u{1B}[3^", [.with(.control, .delete)]),
    ("\u{1B}OP", [.function(1)]), ("\u{1B}[[E", [.function(5)]), ("\u{1B}[15~", [.function(5)]),
    ("\u{1B}[24~", [.function(12)]), ("\u{1B}[1;2P", [.with(.shift, .function(1))]),
    ("\u{1B}[34~", [.function(20)]), ("\u{1B}Oq\u{1B}OM", [.character("1"), .enter]),
    ("\u{1B}x", [.alt("x")]), ("\u{1B}é", [.alt("é")]), ("\u{1B}\r", [.with(.alt, .enter)]),
    ("\u{1B}\u{10}", [.with(.alt, .control("p"))]),
    ("\u{1B}[112;5u", [.control("p")]), ("\u{1B}[27;5;112~", [.control("p")]),
    ("\u{1B}[9;2u", [.backTab]), ("\u{1B}[27u", [.escape]),
    ("\u{1B}[I\u{1B}[O", [.focus(true), .focus(false)]),
    ("\u{1B}\u{1B}[A", [.escape, .up]),
    ("\u{1B}[<0;10;5M", [.mouse(MouseEvent(.press(.left), at: Point(x: 9, y: 4)))]),
    ("\u{1B}[<2;1;1m", [.mouse(MouseEvent(.release(.right), at: Point(x: 0, y: 0)))]),
    ("\u{1B}[<32;3;3M", [.mouse(MouseEvent(.drag(.left), at: Point(x: 2, y: 2)))]),
    ("\u{1B}[<35;3;3M", [.mouse(MouseEvent(.move, at: Point(x: 2, y: 2)))]),
    (
      "\u{1B}[<69;300;2M",
      [.mouse(MouseEvent(.wheelDown, at: Point(x: 299, y: 1), modifiers: .shift))]
    ),
    (
      "\u{1B}[200~a\r\nb\tc\u{7}\rd\u{1B}[31m\u{1B}[201~q",
      [.paste("a\nb\tc\nd[31m"), .character("q")]
    ),
    ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
    // Answers of a terminal, and forms that are none of ours, act as no key.
    ("\u{1B}]11;rgb:0000/0000/0000\u{7}x", [.character("x")]),
    ("\u{1B}]11;rgb:0/0/0\u{1B}\\x", [.character("x")]), ("\u{1B}P1+r\u{1B}\\x", [.character("x")]),
    ("\u{1B}[?1;2cx", [.character("x")]), ("\u{1B}[>0;276;0cx", [.character("x")]),
    ("\u{1B}[99~x", [.character("x")]), ("\u{1B}[M !!x", [.character("x")]),
    ("\u{1B}[1;\u{3}", [.control("c")]), ("\u{1B}[12\u{1B}[A", [.up]),
    ("\u{85}x", [.character("x")]),
  ]

  @Test("Every form, whole", arguments: table)
  func whole(bytes: String, keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes.utf8) == keys)
    #expect(decoder.timeout().isEmpty)
  }

  @Test("Every form, cut at every byte, gives the same keys", arguments: table)
  func split(bytes: String, keys: [Key]) {
    let all = Array(bytes.utf8)
    for cut in 0...all.count {
      var decoder = KeyDecoder()
      #expect(decoder.feed(all[..<cut]) + decoder.feed(all[cut...]) == keys, "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    #expect(all.flatMap { decoder.feed([$0]) } == keys)
  }

  @Test("All forms one after another, in chunks of any size", arguments: 1...9)
  func stream(size: Int) {
    let all = Self.table.flatMap { Array($0.0.utf8) }
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for start in stride(from: 0, to: all.count, by: size) {
      keys += decoder.feed(all[start..<min(all.count, start + size)])
    }
    #expect(keys == Self.table.flatMap(\.1))
  }

  @Test("A lone Escape is the Escape key once nothing follows")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.hasPendingEscape)
    #expect(decoder.timeout() == [.escape])
    #expect(!decoder.hasPendingEscape)
    #expect(decoder.feed([0x1B, 0x1B]) == [.escape])
    #expect(decoder.timeout() == [.escape])
    #expect(decoder.feed(Array("\u{1B}P".utf8)).isEmpty)
    #expect(decoder.timeout() == [.alt("P")])
  }

  @Test("The rest of a slow sequence never acts as keys")
  func slow() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[".utf8)).isEmpty)
    #expect(!decoder.hasPendingEscape)
    #expect(decoder.timeout().isEmpty)
    #expect(decoder.feed(Array("1;5D".utf8)) == [.with(.control, .left)])
  }

  @Test(
    "What is no UTF-8 becomes a replacement",
    arguments: [
      ([0xFF], 1), ([0xC3, 0x28], 2), ([0xE2, 0x82, 0x41], 2), ([0xED, 0xA0, 0x80], 1),
      ([0xF4, 0x90, 0x80, 0x80], 1), ([0xC0, 0x80], 2), ([0x80], 1),
    ] as [([UInt8], Int)])
  func invalid(bytes: [UInt8], count: Int) {
    var decoder = KeyDecoder()
    let keys = decoder.feed(bytes)
    #expect(keys.first == .character("\u{FFFD}"))
    #expect(keys.count == count)
  }

  @Test("The terminal's own sequences are known by its description")
  func extra() {
    var decoder = KeyDecoder(extra: [
      (Array("\u{1B}[1~x".utf8), .function(30)), (Array("\u{1B}Q".utf8), .insert), ([0x6A], .up),
    ])
    #expect(decoder.feed(Array("\u{1B}Qj".utf8)) == [.insert, .character("j")])
  }

  @Test("Garbage ends nowhere and traps nowhere", arguments: 1...60)
  func garbage(seed: UInt64) {
    var random = SplitMix(state: seed)
    var decoder = KeyDecoder(extra: [(Array("\u{1B}OA".utf8), .up)])
    let likely: [UInt8] = Array("\u{1B}\u{1B}\u{1B}[[O]P<;:0123456789~MmuIAZ$\u{7}".utf8)
    for _ in 0..<200 {
      let bytes = (0..<random.next(9)).map { _ in
        random.next(3) == 0
          ? UInt8(random.next(256)) : likely[Int(random.next(UInt64(likely.count)))]
      }
      for key in decoder.feed(bytes) {
        if case .character(let character) = key {
          #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        }
      }
      if random.next(4) == 0 { _ = decoder.timeout() }
    }
    // Whatever came before, the end of a paste, a cancel and a key are understood.
    _ = decoder.feed(Array("\u{1B}[201~\u{18}\u{18}\u{18}\u{18}".utf8))
    #expect(decoder.feed(Array("j".utf8)) == [.character("j")])
  }
}
