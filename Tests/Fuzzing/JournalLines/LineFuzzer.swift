/// What libFuzzer calls with each input: a line of a journal, or the pieces of one.
///
/// A property that does not hold traps, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJournalLine(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  LineProperties(bytes).check()
  // A fuzzer does not guess hashes: the same input as pieces, with the hash that belongs to them, and
  // with a byte of that lost or changed.
  guard let sealed = SealedLine(bytes) else { return 0 }
  LineProperties(sealed.bytes).check()
  for damaged in sealed.damaged { LineProperties(damaged).check() }
  return 0
}
