import ConcordCanvas
import Testing

@testable import ConcordDashboard

/// Keys that go on behind a command that was refused, or is done already.
@Suite struct TypeAheadTests {
  private func leftOut(
    _ cause: TypeAhead.Cause, _ keys: [(key: Key, at: Int)], isMove: (Key) -> Bool = { _ in false }
  ) -> [Bool] {
    var ahead = TypeAhead()
    ahead.begin(cause, at: 0)
    var result: [Bool] = []
    for (key, time) in keys {
      result.append(ahead.leavesOut(key, isMove: isMove(key), at: time))
    }
    return result
  }

  @Test("a reason typed behind a refused decision acts on nothing, to its Enter")
  func reason() {
    let typed = Array("small").enumerated().map { (Key.character($0.element), 90 * $0.offset) }
    #expect(leftOut(.refusal, typed + [(.enter, 500)]) == Array(repeating: true, count: 6))
  }

  @Test("whoever has read why, and presses another key after that, is understood")
  func pause() {
    #expect(leftOut(.refusal, [(.character("m"), TypeAhead.pause)]) == [false])
    #expect(
      leftOut(.refusal, [(.character("s"), 100), (.character("m"), 399), (.character("m"), 700)])
        == [true, true, false])
  }

  @Test("keys that move are never left out, and Esc ends it")
  func harmless() {
    let isMove: (Key) -> Bool = { $0 == .character("j") }
    #expect(
      leftOut(
        .refusal, [(.character("j"), 30), (.character("j"), 60), (.character("m"), 90)],
        isMove: isMove) == [false, false, true])
    #expect(leftOut(.refusal, [(.escape, 30), (.character("m"), 60)]) == [false, false])
  }

  @Test("behind a decision only another Enter is left out")
  func habit() {
    #expect(leftOut(.decision, [(.enter, 120)]) == [true])
    #expect(leftOut(.decision, [(.enter, TypeAhead.pause)]) == [false])
    #expect(leftOut(.decision, [(.character("m"), 120), (.enter, 200)]) == [false, false])
  }

  @Test("without one nothing is left out")
  func none() {
    var ahead = TypeAhead()
    let enter = ahead.leavesOut(.enter, isMove: false, at: 0)
    let letter = ahead.leavesOut(.character("m"), isMove: false, at: 1)
    #expect(!enter && !letter)
  }
}
