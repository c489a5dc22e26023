import ConcordApp
import ConcordModel
import ConcordStore
import Foundation
import Testing

/// A store that is opened by a worker.
struct SessionOpeningTests {
  private func settings(_ program: Program, asOf: Day? = nil) throws -> Settings {
    var environment = program.environment
    environment["CONCORD_STORE"] = program.path("store")
    var settings = try Settings(environment)
    settings.asOf = asOf
    return settings
  }

  @Test("it is the session that would have been opened at once, today and on an earlier day")
  func opensTheSame() throws {
    let program = try Program()
    try program.run("demo", "--partners", "40", "--at", program.path("store"), "--no-open")
    for day in [nil, Day(year: 2026, month: 9, day: 1)] {
      let settings = try settings(program, asOf: day)
      let opening = try SessionOpening(settings)
      let session = try opening.session()
      let plain = try Session(settings)
      #expect(session.store.digest == plain.store.digest)
      #expect(session.store.restriction == plain.store.restriction)
      #expect(session.settings.now == plain.settings.now && session.today == plain.today)
      #expect(try opening.session() === session)
      #expect(opening.wait(milliseconds: 0) && opening.isOver)
    }
  }

  @Test("what the cache has is known, and every stage is told")
  func progress() throws {
    let program = try Program()
    try program.run("demo", "--partners", "40", "--at", program.path("store"), "--no-open")
    let opening = try SessionOpening(try settings(program))
    let session = try opening.session()
    #expect(opening.progress.counts[.partner] == session.workspace[.partner].count)
    #expect(opening.progress.counts[.flag] == session.workspace[.flag].count)
    #expect(opening.progress.progress?.what == "adding up")

    try FileManager.default.removeItem(atPath: program.path("store/cache"))
    let told = Heard()
    _ = try Store.open(
      at: program.path("store"), today: session.today, progress: { told.add($0.progress) })
    #expect(told.words == ["reading the journals", "adding up"])
    #expect(told.last(of: "reading the journals").map { $0.done == $0.total } ?? false)
  }

  @Test("what cannot be opened says so: at once where there is nothing, else when it is asked for")
  func failures() throws {
    let program = try Program()
    #expect(throws: SessionError.self) { try SessionOpening(try settings(program)) }
    try program.office()
    try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    let journal = program.path("store/journal")
    try FileManager.default.removeItem(atPath: journal)
    try Data().write(to: URL(fileURLWithPath: journal))
    let opening = try SessionOpening(try settings(program))
    for _ in 0..<2 {
      do {
        _ = try opening.session()
        Issue.record("a file stands where the journals should be")
      } catch {
        #expect(error.sentence.contains(journal))
      }
    }
  }
}

/// What was told on the way, from whatever thread.
private final class Heard: @unchecked Sendable {
  private let lock = NSLock()
  private var told: [ConcordModel.Progress] = []

  func add(_ progress: ConcordModel.Progress?) {
    lock.withLock { progress.map { told.append($0) } }
  }

  /// The stages in their order, each once.
  var words: [String] {
    lock.withLock {
      told.map { $0.what }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
  }

  func last(of what: String) -> ConcordModel.Progress? {
    lock.withLock { told.last { $0.what == what } }
  }
}
