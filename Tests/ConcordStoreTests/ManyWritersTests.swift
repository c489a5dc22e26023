import ConcordModel
import ConcordStore
import Foundation
import Synchronization
import Testing

/// Eight handles on one store on a real disk, each on a thread of its own. The lock is the file's, so
/// handles of one process stand against each other as processes do.
@Suite struct ManyWritersTests {
  private static let writers = 8
  private static let changes = 60

  @Test func nothingIsLostAndTheOrderIsTotal() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/store"
    _ = try Store.create(at: path, office: "Test office", zone: "UTC")
    let failures = Mutex<[String]>([])
    let group = DispatchGroup()
    for writer in 0..<Self.writers {
      group.enter()
      Thread {
        defer { group.leave() }
        do {
          let store = try Store.open(at: path, today: TestOffice.today)
          for minute in 0..<Self.changes {
            try TestOffice.addPartner(
              "Partner \(writer)-\(minute)", to: store, minute: minute, by: "writer\(writer)")
          }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }.start()
    }
    group.wait()
    #expect(failures.withLock { $0 } == [])
    let store = try Store.open(at: path, access: .readOnly, today: TestOffice.today)
    #expect(store.restriction == .asked)
    #expect(store.workspace.count(.partner) == Self.writers * Self.changes)
    let history = try store.history()
    #expect(history.map(\.id.number) == (1...Int64(Self.writers * Self.changes)).reversed())
    #expect(zip(history, history.dropFirst()).allSatisfy { $0.time > $1.time })
    #expect(try store.verify().isSound)
  }
}
