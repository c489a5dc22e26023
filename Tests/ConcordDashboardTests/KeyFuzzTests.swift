import ConcordCanvas
import ConcordDashboard
import ConcordModel
import Foundation
import OfficeInMemory
import Testing

/// Keys in any order, pastes, clicks, changes from elsewhere and windows of any size: the dashboard
/// never traps, and never draws outside its window. A million by hand with
/// `CONCORD_TEST_KEYS=1000000`.
@Suite struct KeyFuzzTests {
  /// SplitMix64.
  private struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func chance(_ share: Double) -> Bool {
      Double(next() >> 11) / Double(UInt64(1) << 53) < share
    }
  }

  private static var keysPerSeed: Int {
    let asked = ProcessInfo.processInfo.environment["CONCORD_TEST_KEYS"].flatMap(Int.init)
    return (asked ?? 10_000) / seeds.count
  }

  private static let seeds: [UInt64] = [1, 2, 3, 4]

  private static let named: [Key] = [
    .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown, .control("c"), .control("d"), .control("l"), .control("p"), .control("r"),
    .control("s"), .control("u"), .control("w"), .control("z"), .alt("x"), .control("o"),
    .control("x"), .control("y"),
  ]
  private static let texts = [
    "harbor", "class:foreign risk>=high", "é👩‍🔬", "\u{202E}abc", "\u{0}\u{1B}[2J", "a\nb\tc", "",
    String(repeating: "x", count: 3000), "fri", "+30d", "2026-12-01", "0", "6",
  ]

  private static func key(_ dice: inout Dice) -> Key {
    switch dice.below(20) {
    case 0..<9:
      let letters = Array("jkhlgG123489/stif=:?umaTvx!zro+dR.fc eCHUpDV*b#]['nNEyqL-wQ")
      return .character(letters[dice.below(letters.count)])
    case 9..<15: return named[dice.below(named.count)]
    case 15: return .character(Character(Unicode.Scalar(0x20 + UInt8(dice.below(95)))))
    case 16: return .paste(texts[dice.below(texts.count)])
    case 17: return .focus(dice.chance(0.5))
    case 18:
      let kinds: [MouseEvent.Kind] = [
        .press(.left), .doublePress(.left), .wheelUp, .wheelDown, .press(.right),
      ]
      return .mouse(
        MouseEvent(
          kinds[dice.below(kinds.count)], at: Point(x: dice.below(220), y: dice.below(70))))
    default: return .character(Array("éß漢🏳")[dice.below(4)])
    }
  }

  @Test("no key traps, and nothing is drawn outside", arguments: seeds)
  func keysInAnyOrder(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    for _ in 0..<Self.keysPerSeed {
      if dice.chance(0.02) {
        driver.send(.resized(Size(width: dice.below(210), height: dice.below(65))))
      }
      let key = Self.key(&dice)
      driver.press(key)
      // Where something was typed a second Esc leaves it: else most keys would end in one form.
      if key == .escape, dice.chance(0.5) { driver.press(.escape) }
      // A person types faster than is drawn, too.
      guard dice.chance(0.4) else { continue }
      let canvas = Frame.canvas(driver.state, driver.office.workspace)
      #expect(canvas.size == driver.state.size)
      if let cursor = canvas.cursor {
        #expect(
          cursor.position.x >= 0 && cursor.position.y >= 0
            && cursor.position.x <= canvas.width && cursor.position.y <= canvas.height)
      }
    }
  }
}
