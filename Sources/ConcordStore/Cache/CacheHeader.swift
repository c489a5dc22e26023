import ConcordJSON
import ConcordModel

/// The first line of a cache: what wrote it, and how far each journal is in it.
struct CacheHeader {
  /// The writers that stamps name by number.
  var names: [String] = []
  /// The repeated words in the order of their numbers.
  var words: [String] = []
  /// How far each journal is in it.
  var tails: [WriterTail] = []
  /// What the fold keeps beside the rows.
  let rivals: CachedRivals
  /// What each writer's segments were as they were folded.
  var prints = SegmentPrints()

  /// The header of a workspace.
  init(_ workspace: Workspace, _ tails: [WriterTail], _ prints: SegmentPrints) {
    names = workspace.writers.names
    words = workspace.texts.words
    rivals = CachedRivals(workspace)
    self.tails = tails.filter(\.isBegun).sorted { $0.writer < $1.writer }
    self.prints = prints
  }

  /// Reads a first line; nil for that of another store, version or form.
  init?(_ bytes: Span<UInt8>, _ identity: StoreIdentity, _ tables: [Table]) throws(JSONError) {
    var cursor = JSONCursor()
    let header = try cursor.readValue(bytes)
    try cursor.finish(bytes)
    guard header["cache"]?.integer == StateCache.format, header["fold"]?.integer == StateCache.fold,
      header["store"]?.string == identity.id,
      header["fields"]?.string == ExpectedFields.digest(tables),
      let names = Self.texts(header["names"]), let words = Self.texts(header["words"]),
      let writers = header["writers"]?.array,
      let rivals = CachedRivals(header, writers: names.count)
    else { return nil }
    self.rivals = rivals
    self.names = names
    self.words = words
    for writer in writers {
      guard let tail = Self.tail(writer, identity), let files = writer["files"]?.array else {
        return nil
      }
      let prints = files.compactMap { SegmentPrint($0) }
      self.prints.writers[tail.writer] = prints
      guard prints.count == files.count, self.prints.cover(tail) else { return nil }
      tails.append(tail)
    }
  }

  /// Texts of which none stands twice.
  private static func texts(_ value: JSONValue?) -> [String]? {
    guard let elements = value?.array else { return nil }
    let texts = elements.compactMap(\.string)
    return texts.count == elements.count && Set(texts).count == texts.count ? texts : nil
  }

  private static func tail(_ value: JSONValue, _ identity: StoreIdentity) -> WriterTail? {
    guard let writer = value["w"]?.string, JournalBranch.isJournal(writer),
      let number = value["n"]?.integer, let time = value["t"]?.integer,
      let hash = value["h"]?.string.flatMap({ LineHash($0) }),
      let segment = value["segment"]?.integer, let offset = value["offset"]?.integer,
      let lines = value["lines"]?.integer, let seen = value["seen"]?.members
    else { return nil }
    var tail = WriterTail(writer, first: identity.firstHash)
    if let original = JournalBranch.writer(ofDirectory: writer) {
      guard let first = value["from"]?.integer,
        let base = value["base"]?.string.flatMap({ LineHash($0) })
      else { return nil }
      tail = WriterTail(
        JournalBranch(writer: original, name: writer, first: first, base: base))
    }
    tail.number = number
    tail.hash = hash
    tail.time = time
    tail.segment = Int(segment)
    tail.offset = offset
    tail.lines = Int(lines)
    for member in seen { tail.seen[member.key] = member.value.integer }
    return tail
  }

  /// Writes the line, without its line feed.
  func write(_ identity: StoreIdentity, _ tables: [Table], to json: inout JSONWriter) {
    json.beginObject()
    json.key("cache")
    json.integer(StateCache.format)
    json.key("fold")
    json.integer(StateCache.fold)
    json.key("store")
    json.string(identity.id)
    json.key("fields")
    json.string(ExpectedFields.digest(tables))
    json.key("names")
    Self.write(names, to: &json)
    json.key("words")
    Self.write(words, to: &json)
    json.key("writers")
    json.beginArray()
    for tail in tails { Self.write(tail, prints.writers[tail.writer] ?? [], to: &json) }
    json.endArray()
    rivals.write(to: &json)
    json.endObject()
  }

  private static func write(_ texts: [String], to json: inout JSONWriter) {
    json.beginArray()
    for text in texts { json.string(text) }
    json.endArray()
  }

  private static func write(
    _ tail: WriterTail, _ prints: [SegmentPrint], to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("w")
    json.string(tail.writer)
    json.key("n")
    json.integer(tail.number)
    json.key("t")
    json.integer(tail.time)
    json.key("h")
    json.string(tail.hash.text)
    if let branch = tail.branch {
      json.key("from")
      json.integer(branch.first)
      json.key("base")
      json.string(branch.base.text)
    }
    json.key("segment")
    json.integer(tail.segment)
    json.key("offset")
    json.integer(tail.offset)
    json.key("lines")
    json.integer(tail.lines)
    json.key("seen")
    json.beginObject()
    for (writer, number) in tail.seen.sorted(by: { $0.key < $1.key }) {
      json.key(writer)
      json.integer(number)
    }
    json.endObject()
    json.key("files")
    json.beginArray()
    for print in prints { print.write(to: &json) }
    json.endArray()
    json.endObject()
  }
}
