import ConcordCanvas
import ConcordModel

/// Since I last looked: what others and the rules have decided, made and changed, record by record.
/// Enter goes to the record, and Esc comes back from there.
package struct LookLayer: Layer {
  /// What happened; nil until it was read, and on a past day.
  package private(set) var lookBack: LookBack?
  /// The selected line, counted without the headings.
  private(set) var cursor = ListCursor()

  package init(_ scene: Scene) { lookBack = scene.lookBack }

  var news: [LookNews] { lookBack?.news ?? [] }
  var groups: [Range<Int>] { lookBack?.groups ?? [] }

  /// What keys act on.
  package var selected: LookNews? {
    news.indices.contains(cursor.selected) ? news[cursor.selected] : nil
  }

  package mutating func refresh(_ scene: Scene) {
    let before = selected?.record
    lookBack = scene.lookBack
    if let before, selected?.record != before,
      let place = news.firstIndex(where: { $0.record == before })
    {
      cursor.selected = place
    }
    cursor.selected = max(0, min(cursor.selected, news.count - 1))
  }

  // MARK: Keys

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .escape, .character("q"), .character("L"): return .close
    case .enter, .right, .character("l"):
      return selected.map { .stayThen(.showPlace($0.record)) } ?? .stay
    case .character("c"): return .stayThen(.lookFromNow)
    case .character("y"):
      return selected.map { news in
        let text = [
          news.record.text, LookWords.title(news.record, scene.workspace),
          LookWords.partner(news.record, scene.workspace), LookWords.what(news, scene.workspace),
          scene.moment(news.at),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        return .stayThen(.copyText(text, words: "the line"))
      } ?? .stay
    case .tab, .character("]"): step(1)
    case .backTab, .character("["): step(-1)
    case .mouse(let event): wheel(event)
    default:
      if let motion = Self.motion(key) {
        cursor.move(motion, total: news.count, height: Self.page)
      }
    }
    return .stay
  }

  /// Lines that a key for a page moves by.
  private static let page = 12

  private static func motion(_ key: Key) -> Motion? {
    switch key {
    case .down, .character("j"): .down
    case .up, .character("k"): .up
    case .pageDown, .character(" "): .pageDown
    case .pageUp: .pageUp
    case .control("d"): .halfDown
    case .control("u"): .halfUp
    case .home, .character("g"): .first
    case .end, .character("G"): .last
    default: nil
    }
  }

  /// To the first line under the next heading, or of this or the one before.
  private mutating func step(_ by: Int) {
    guard let here = groups.firstIndex(where: { $0.contains(cursor.selected) }) else { return }
    if by < 0, cursor.selected > groups[here].lowerBound {
      cursor.selected = groups[here].lowerBound
    } else if groups.indices.contains(here + by) {
      cursor.selected = groups[here + by].lowerBound
    }
  }

  private mutating func wheel(_ event: MouseEvent) {
    switch event.kind {
    case .wheelUp: cursor.move(.up, count: 3, total: news.count, height: Self.page)
    case .wheelDown: cursor.move(.down, count: 3, total: news.count, height: Self.page)
    default: break
    }
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    guard news.indices.contains(line) else { return .stay }
    if line == cursor.selected { return .stayThen(.showPlace(news[line].record)) }
    cursor.selected = line
    return .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    LookView(layer: self).draw(into: &canvas, scene)
  }
}
