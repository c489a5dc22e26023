import ConcordModel
import ConcordStore
import Testing

/// A last line whose hash fits and whose form does not: what is wrong with it is said, and not that
/// its bytes were changed.
@Suite struct LastLineFormTests {
  private static let set = #""k":"set","r":"P-4KX9M2QT0ABC","f":"city""#
  private static let salt = #""s":"9f2c61d07be4a815""#

  /// The line's time, and its operation.
  private static let cases = [
    (1_795_219_400_000, #"{\#(set),"v":"Ash","x":1,\#(salt)}"#),
    (1_795_219_400_000, #"{"f":"city","k":"set","r":"P-4KX9M2QT0ABC","v":"Ash",\#(salt)}"#),
    (1_795_219_400_000, #"{\#(set),"v":"Ash","v":"Ash",\#(salt)}"#),
    (1_795_219_400_000, #"{\#(set),"v":"\ud800",\#(salt)}"#),
    (-5, #"{\#(set),"v":"Ash",\#(salt)}"#),
  ]

  @Test("each fault is named in the last line as it is in an inner one", arguments: cases)
  func wrongForm(time: Int, operation: String) throws {
    let (disk, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store)
    try disk.remove(Heads.file)
    let path = disk.paths(under: "journal/")[0]
    let tail = try #require(store.tails.values.first)
    let line = SealedLine(
      header: #"{"v":1,"w":"\#(tail.writer)","n":2,"t":\#(time),"by":"m","as":"m","cmd":"edit""#,
      after: tail.hash, operation)
    let before = disk.bytes(path)
    disk.put(before + line.bytes + [0x0A] + line.bytes + [0x0A], at: path)
    guard case .journal(.damaged(_, 2, let fault))? = try TestOffice.open(disk).restriction else {
      Issue.record("the line was not noticed as an inner one")
      return
    }
    #expect(fault != .hash)
    disk.put(before + line.bytes + [0x0A], at: path)
    let opened = try TestOffice.open(disk)
    let problems = try opened.verify().problems
    #expect(problems.map(\.sentence) == [fault.sentence], "\(problems)")
    #expect(
      try StoreDoctor(on: disk).findings.contains { $0.sentence.contains(fault.words) })
    // On another machine the sentence says so, too.
    let copied = try TestOffice.open(disk.copy(machine: "another"))
    #expect(copied.restriction == .journal(.damaged(path: "memory/" + path, line: 2, fault)))
  }
}
