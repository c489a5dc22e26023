import ConcordCanvas
import ConcordModel

/// What came, as messages call it.
enum ReplayWords {
  static func words(_ event: KeyLogEvent) -> String {
    switch event {
    case .key(.paste(let text)): "a paste of \(Counted.words(text.count, "character"))"
    case .key(.mouse): "the mouse"
    case .key(.focus): "the focus"
    case .key(let key): key.name.map { "“\($0)”" } ?? "a key"
    case .size(let size): "a window of \(size.width)x\(size.height)"
    case .settings: "new settings"
    case .rules: "the rules of the day"
    }
  }
}
