import ConcordModel
import ConcordStore
import Foundation
import Testing

/// One byte of a journal of 200 lines is another: it is always noticed, and what is shown is what the
/// lines before it say, never anything else.
///
/// The reader sees every byte in each run. Other bytes in its place, and whole stores, are tried at
/// some of them, and at every one by hand with `CONCORD_TEST_ROUNDS=1`.
@Suite struct FlippedByteTests {
  private static let triesAll =
    ProcessInfo.processInfo.environment["CONCORD_TEST_ROUNDS"] != nil

  /// A journal of 200 lines, with the digest after each and where each begins.
  private struct Journal {
    let disk: MemoryDisk
    let store: Store
    let path: String
    let bytes: [UInt8]
    /// Where each line begins, and where the last one ends.
    let starts: [Int]
    /// The digest before each line, and after the last one.
    let digests: [String]

    init(lines: Int = 200) throws {
      let (disk, store) = try TestOffice.newStore()
      var digests = [store.digest]
      var changes = RandomChanges(seed: 200)
      var minute = 0
      while digests.count <= lines {
        minute += 1
        guard try changes.commit(to: store, minute: minute) != nil else { continue }
        digests.append(store.digest)
      }
      disk.pass()
      try store.writeCache()
      disk.pass()
      (self.disk, self.store, self.digests) = (disk, store, digests)
      path = disk.paths(under: "journal/")[0]
      let whole = disk.bytes(path)
      bytes = whole
      starts = [0] + whole.indices.filter { whole[$0] == 0x0A }.map { $0 + 1 }
      #expect(starts.count == lines + 1 && digests.count == lines + 1)
    }

    /// What a byte is replaced by: with one bit flipped, and by what means something in JSON.
    static func others(_ byte: UInt8, at place: Int) -> [UInt8] {
      [byte ^ 1 << UInt8(place % 8), 0x0A, UInt8(ascii: "\""), 0].filter { $0 != byte }
    }

    /// Whether a byte is the last line's or parts it from the one before: then all that follows is one
    /// last line that is not what was written, as after a crash.
    func isAtTheEnd(_ place: Int) -> Bool { place >= starts[starts.count - 2] - 1 }

    func with(_ other: UInt8, at place: Int) -> [UInt8] {
      var changed = bytes
      changed[place] = other
      return changed
    }
  }

  @Test("each byte of 200 lines, as the journal's reader sees it")
  func reader() throws {
    let journal = try Journal()
    let reader = JournalReader(journal.disk)
    let writer = try #require(journal.store.tails.first).key
    var before = WriterTail(writer, first: journal.store.identity.firstHash)
    let step = Self.triesAll ? 1 : 13
    var tried = 0
    for line in 0..<200 {
      let (start, end) = (journal.starts[line], journal.starts[line + 1])
      for place in start..<end {
        let others = Journal.others(journal.bytes[place], at: place)
        for other in place % step == 0 ? others[...] : others.prefix(1) {
          // What stands before is as it was: the reader goes on there.
          var bytes = Array(journal.bytes[start...])
          bytes[place - start] = other
          var tail = before
          var read = 0
          tried += 1
          do {
            try reader.read(bytes.span, &tail, isLast: true) { _ in read += 1 }
            #expect(journal.isAtTheEnd(place), "byte \(place) is \(other): not noticed")
            #expect(tail.endsBadly || tail.unread > 0, "byte \(place) is \(other)")
          } catch {
            guard case .damaged(_, line + 1, _) = error else {
              Issue.record("byte \(place) is \(other): \(error)")
              continue
            }
          }
          #expect(read == 0, "byte \(place) is \(other): misread")
          #expect(tail.number == before.number && tail.hash == before.hash)
        }
      }
      try reader.read(Array(journal.bytes[start..<end]).span, &before, isLast: true) { _ in }
      #expect(before.number == Int64(line + 1))
    }
    #expect(before.hash == journal.store.tails[writer]?.hash)
    #expect(tried > journal.bytes.count + 2 * journal.bytes.count / step)
  }

  @Test(
    "a whole store with one byte changed, with its cache and without", arguments: [true, false])
  func opening(hasCache: Bool) throws {
    let journal = try Journal()
    let disk = journal.disk
    if !hasCache { try disk.remove(StateCache.file) }
    let step = Self.triesAll ? 1 : 1999
    var line = 0
    for place in stride(from: 0, to: journal.bytes.count, by: step) {
      while place >= journal.starts[line + 1] { line += 1 }
      let whole = journal.bytes[place]
      for other in Journal.others(whole, at: place).prefix(Self.triesAll ? 1 : 4) {
        let words = "byte \(place) in line \(line + 1) is \(other)"
        disk.put(journal.with(other, at: place), at: journal.path)
        let opened = try TestOffice.open(disk)
        #expect(opened.digest == journal.digests[line], "\(words): misread")
        let sentence = opened.restriction?.sentence ?? ""
        // Of the last line only what this machine has seen can tell that it was whole.
        let isTold =
          sentence.contains("line \(line + 1): ")
          || journal.isAtTheEnd(place)
            && sentence.contains("ends with line \(line), but this machine has seen line 200")
        #expect(
          isTold && sentence.contains("memory/\(journal.path)"), "\(words): \(sentence)")
        if other == whole ^ 1 << UInt8(place % 8), !Self.triesAll {
          #expect(try !opened.verify().isSound, "\(words)")
        }
      }
    }
    disk.put(journal.bytes, at: journal.path)
    let opened = try TestOffice.open(disk)
    #expect(opened.restriction == nil && opened.digest == journal.store.digest)
  }

  @Test("without what this machine has seen, a changed last line is no change of the line before")
  func lastLineWithoutHeads() throws {
    let journal = try Journal(lines: 20)
    let disk = journal.disk
    try disk.remove("local/heads")
    for place in stride(
      from: journal.starts[19], to: journal.starts[20], by: Self.triesAll ? 1 : 7)
    {
      for other in Journal.others(journal.bytes[place], at: place) {
        disk.put(journal.with(other, at: place), at: journal.path)
        let opened = try TestOffice.open(disk)
        #expect(opened.digest == journal.digests[19], "byte \(place) is \(other)")
        let report = try opened.verify()
        #expect(!report.isSound || !report.notes.isEmpty, "byte \(place) is \(other)")
      }
    }
  }
}
