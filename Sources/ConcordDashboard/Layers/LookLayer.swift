import ConcordCanvas
import ConcordModel

/// Since I last looked: what others and the rules have decided, made and changed, record by record.
/// Enter goes to the record, and Esc comes back from there.
package struct LookLayer: Layer {
  /// What happened; nil until it was read, and on a past day.
  package private(set) var lookBack: LookBack?
  /// The records under their headings.
  private(set) var list = GroupedList()

  package init(_ scene: Scene) {
    lookBack = scene.lookBack
    list.show(lookBack?.groups ?? [])
  }

  var news: [LookNews] { lookBack?.news ?? [] }

  /// What keys act on.
  package var selected: LookNews? {
    news.indices.contains(list.selected) ? news[list.selected] : nil
  }

  package mutating func refresh(_ scene: Scene) {
    let before = selected?.record
    lookBack = scene.lookBack
    let place = before.flatMap { before in news.firstIndex { $0.record == before } }
    list.show(lookBack?.groups ?? [], selecting: place)
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
    default: return list.handle(key)
    }
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    guard list.click(line) else { return .stay }
    return .stayThen(.showPlace(news[line].record))
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    LookView(layer: self).draw(into: &canvas, scene)
  }
}
