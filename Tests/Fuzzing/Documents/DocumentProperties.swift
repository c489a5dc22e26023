/// What holds for every document, whatever its bytes.
struct DocumentProperties {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func check() {
    var grammar = ReferenceGrammar(bytes, depthLimit: JSONCursor.standardDepthLimit)
    let isDocument = grammar.isDocument()
    let skipped = skip()
    do throws(JSONError) {
      let value = try JSONValue.parse(bytes)
      require(isDocument, "the reader accepts what is not JSON")
      require(skipped == nil, "the tree is read, but skipping it fails: \(text(skipped))")
      checkWriting(of: value)
      checkWalk(through: value)
    } catch {
      check(error)
      if case .duplicateKey = error.reason {
        // Skipping looks at no keys: it goes on to the next fault, or to the end.
        require((skipped == nil) == isDocument, "skipping differs: \(text(skipped))")
        require(skipped.map { $0.offset >= error.offset } ?? true, "skipping stops earlier")
      } else {
        require(!isDocument, "the reader refuses JSON: \(error)")
        require(skipped == error, "skipping says \(text(skipped)), reading \(error)")
      }
    }
    if let skipped { check(skipped) }
  }

  /// The fault that skipping the document finds, without building values.
  private func skip() -> JSONError? {
    do throws(JSONError) {
      var cursor = JSONCursor()
      let range = try cursor.skipValue(bytes.span)
      require(range.upperBound == cursor.offset && cursor.depth == 0, "the cursor stands elsewhere")
      try cursor.finish(bytes.span)
      require(cursor.offset == bytes.count, "the cursor does not stand at the end")
      return nil
    } catch {
      return error
    }
  }

  private func check(_ error: JSONError) {
    require((0...bytes.count).contains(error.offset), "an error outside of the document")
    require(
      error.position == TextPosition(of: error.offset, in: bytes.span),
      "an error's position is not that of its offset")
    require(
      error.description.hasPrefix("line \(error.position.line), column \(error.position.column): "),
      "a sentence without its place")
    let isPrintable = error.description.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
    }
    require(isPrintable, "a sentence holds a control character")
  }

  private func checkWriting(of value: JSONValue) {
    require(read(Array(value.text.utf8)) == value, "written and read again, it is another value")
    require(read(Array(value.prettyText.utf8)) == value, "written for people, it is another value")
    let canonical = value.canonicalBytes
    require(canonical == value.canonicalBytes, "written twice, the bytes differ")
    let again = read(canonical)
    require(again == value.sortedByKey, "canonical and read again, it is another value")
    require(again?.canonicalBytes == canonical, "canonical written again, the bytes differ")
    require(again?.text.utf8.elementsEqual(canonical) == true, "canonical bytes are not as written")
    require(again.map(isInOrder) == true, "canonical keys are not in the order of their bytes")
    var grammar = ReferenceGrammar(canonical, depthLimit: JSONCursor.standardDepthLimit)
    require(grammar.isDocument(), "what the writer writes is not JSON")
    require(String(validating: canonical, as: UTF8.self) != nil, "what is written is not UTF-8")
  }

  /// Whether the keys of every object rise byte for byte.
  private func isInOrder(_ value: JSONValue) -> Bool {
    switch value {
    case .array(let elements): return elements.allSatisfy(isInOrder)
    case .object(let members):
      let keys = members.map { Array($0.key.utf8) }
      return zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
        && members.allSatisfy { isInOrder($0.value) }
    default: return true
    }
  }

  private func read(_ bytes: [UInt8]) -> JSONValue? { try? JSONValue.parse(bytes) }

  /// Reads the document again step by step, as the readers of journal and cache do.
  private func checkWalk(through value: JSONValue) {
    var walk = CursorWalk()
    do throws(JSONError) {
      try walk.compare(bytes.span, with: value)
      try walk.finish(bytes.span)
    } catch {
      fatalError("step by step, the cursor refuses what was read: \(error)")
    }
  }

  private func text(_ error: JSONError?) -> String { error.map { "\($0)" } ?? "nothing" }
}

/// Stops the process with a sentence where something does not hold, also in an optimised build.
func require(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { fatalError(sentence()) }
}
