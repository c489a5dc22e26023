import FoundationEssentials
import Glibc

/// Compares our JSON reader with Foundation's on as many random documents as the argument says
/// and prints what it counted. The documents are those of `FoundationAgreementTests`.
@main
enum AgreementRun {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let documents = arguments.first ?? 1_000_000
    let start = Date()
    var total = FoundationAgreement()
    let step = 50_000
    for first in stride(from: 0, to: documents, by: step) {
      do {
        var agreement = FoundationAgreement()
        try agreement.compareRandom(first..<min(first + step, documents))
        total = total + agreement
      } catch {
        print("documents \(first)…: \(error)")
        exit(1)
      }
      let seconds = Int(Date().timeIntervalSince(start))
      print("\(total.documents) documents, \(seconds) s")
    }
    print("accepted by both \(total.accepted), refused \(total.refused)")
    for difference in KnownDifference.allCases {
      print("  \(difference.rawValue): \(total.differences[difference, default: 0])")
    }
  }
}
