import ConcordJSON
import ConcordModel
import ConcordStore

/// What holds for every line that the journal's reader accepts, whatever its bytes.
struct LineProperties {
  private let bytes: [UInt8]
  /// Around an operation stand up to three arrays and objects that its own reading does not count.
  static let depthLimit = JSONCursor.standardDepthLimit + 3

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func check() {
    var ranges: [Range<Int>] = []
    guard
      let line = try? JournalLine.read(
        bytes.span, bytes.indices, visit: { range, _ in ranges.append(range) })
    else { return }
    do throws(JSONError) {
      _ = try JSONValue.parse(bytes.span, depthLimit: Self.depthLimit)
    } catch {
      fatalError("the journal's reader accepts what is not JSON: \(error)")
    }
    var plain = PlainLine(bytes)
    do throws(JSONError) {
      try plain.read()
    } catch {
      fatalError("the line cannot be read plainly: \(error)")
    }
    require(plain.written == line.hash.text, "the hash is not the one in the line")
    require(plain.computed == line.hash.text, "the hash is not that of the bytes")
    require(plain.previous == line.previous.text, "the previous hash is another one")
    require(plain.operations == ranges, "the operations stand elsewhere")
    require(line.removed.count + plain.objects == ranges.count, "operations are missing")
    checkWriting(of: line.header)
    for operation in line.operations { checkWriting(of: operation) }
    FoldProperties(line).check()
  }

  private func checkWriting(of header: LineHeader) {
    let written = header.bytes + Array(",\"ops\":[".utf8)
    var end = 0
    let again = try? LineHeader.read(written.span, end: &end)
    require(again == header, "a header written and read again is another one")
    require(end == header.bytes.count, "a header ends elsewhere")
  }

  private func checkWriting(of operation: Operation) {
    var json = JSONWriter()
    OperationText.append(operation, salt: 0x0123_4567_89AB_CDEF, to: &json)
    var end = 0
    let again = try? OperationReading.read(json.bytes.span, at: 0, end: &end)
    require(again == operation, "an operation written and read again is another one")
    require(end == json.bytes.count, "an operation ends elsewhere")
  }
}

/// Stops the process with a sentence where something does not hold, also in an optimised build.
func require(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { fatalError(sentence()) }
}
