/// What libFuzzer calls with each input: one JSON document.
///
/// A property that does not hold traps, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDocument(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  DocumentProperties(bytes).check()
  return 0
}
