import ConcordCanvas
import ConcordDashboard
import ConcordJSON
import ConcordModel
import ConcordStore
import ConcordTerminal

/// The speed's part of a checkup: what a person waits for, measured here and now.
struct SpeedCheckup {
  private var answer: Double?
  private var opening: Double?
  private var partners = 0
  private var frames: BenchResult?
  /// Microseconds to count the columns of one name.
  private let counting: Double
  private let size: Size
  /// Why the terminal's answer was not measured.
  private let silence: String

  private static let frameCount = 9

  /// - Parameter opens: whether there is a store that can be opened.
  init(
    _ settings: Settings, _ terminal: TerminalReport, _ samples: WidthSamples,
    _ probe: TerminalProbe?, opens: Bool
  ) {
    counting = Self.counting(samples)
    silence = "the terminal " + WidthCheckup.silence(terminal)
    self.size = terminal.size ?? Size(width: 120, height: 40)
    answer = probe?.answer
    guard opens else { return }
    let start = BenchClock.now
    let day = settings.now.day()
    guard let store = try? Store.open(at: settings.store, access: .readOnly, today: day) else {
      return
    }
    opening = BenchClock.now - start
    let workspace = store.workspace
    partners = workspace.count(.partner)
    var state = DashboardState(
      size: self.size, actor: Actor(person: nil, author: settings.author, today: day),
      isReadOnly: true)
    _ = Dashboard.update(.resized(self.size), &state, workspace)
    _ = Dashboard.update(.screen(0), &state, workspace)
    var times: [Double] = []
    for _ in 0..<Self.frameCount {
      let start = BenchClock.now
      let canvas = Frame.canvas(state, workspace)
      times.append(BenchClock.now - start)
      guard canvas.size == self.size else { return }
    }
    frames = BenchResult("frame", times)
  }

  private static func counting(_ samples: WidthSamples) -> Double {
    let rounds = 20
    var columns = 0
    let start = BenchClock.now
    for _ in 0..<rounds {
      for row in samples.rows { columns += TextMeasure.columns(of: row.drawn) }
    }
    let took = BenchClock.now - start
    return columns == 0 ? 0 : took * 1000 / Double(rounds * samples.rows.count)
  }

  func write(to page: inout CheckupPage) throws(CommandLineFailure) {
    try page.title("speed")
    try page.line(
      "answer", answer.map { "\(BenchResult.text($0)) ms until the terminal's came" } ?? silence)
    try page.line("count columns", "\(BenchResult.text(counting)) microseconds a name")
    guard let opening else { return try page.line("open the store", "there is none to open") }
    try page.line(
      "open the store", "\(BenchResult.text(opening)) ms, \(Counted.words(partners, "partner"))")
    guard let frames else { return }
    try page.line(
      "draw a frame",
      "\(BenchResult.text(frames.median)) ms, the middle of \(Self.frameCount) at "
        + "\(size.width)x\(size.height)")
  }

  func write(to json: inout JSONWriter) {
    json.key("speed")
    json.beginObject()
    for (key, value) in [
      ("answer-ms", answer), ("open-ms", opening), ("frame-ms", frames?.median),
    ] {
      json.key(key)
      if let value { json.raw(BenchResult.text(value)) } else { json.null() }
    }
    json.key("count-us")
    json.raw(BenchResult.text(counting))
    json.key("partners")
    json.integer(partners)
    json.endObject()
  }
}
