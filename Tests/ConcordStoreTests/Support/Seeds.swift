import Foundation

/// How many seeds the properties are tried with: some in each run, more with
/// `CONCORD_TEST_SEEDS=2000`.
enum Seeds {
  static func upTo(_ count: Int) -> Range<Int> {
    0..<(ProcessInfo.processInfo.environment["CONCORD_TEST_SEEDS"].flatMap(Int.init) ?? count)
  }
}
