/// ``NameFoldTable`` read into sorted arrays, once, when the first name beyond ASCII comes.
struct NameFoldMapping: Sendable {
  /// What becomes of one character.
  enum Result: Equatable {
    case same, nothing, space
    case one(UInt32)
    /// A range of ``NameFoldMapping/targets``.
    case several(Range<Int>)
  }

  static let shared = NameFoldMapping()

  /// The characters of all results that are several.
  private(set) var targets: [UInt32] = []
  private var runs: [Run] = []

  private struct Run {
    enum Kind { case nothing, space, one, oneEach, several }
    var first: UInt32
    var last: UInt32
    var kind: Kind
    /// The target, or the first offset in the targets with its count in the low byte.
    var target: UInt32 = 0
  }

  private init() {
    runs.reserveCapacity(3_000)
    for words in Self.words(of: NameFoldTable.dropped) {
      runs.append(Run(first: words[0], last: words[words.count - 1], kind: .nothing))
    }
    for words in Self.words(of: NameFoldTable.spaces) {
      runs.append(Run(first: words[0], last: words[words.count - 1], kind: .space))
    }
    for (words, mark) in Self.marked(NameFoldTable.single) {
      let count = words.count == 3 ? words[1] : 1
      runs.append(
        Run(
          first: words[0], last: words[0] + count - 1,
          kind: mark == UInt8(ascii: ">") ? .oneEach : .one, target: words[words.count - 1]))
    }
    for words in Self.words(of: NameFoldTable.several) {
      let packed = UInt32(targets.count) << 8 | UInt32(words.count - 1)
      targets += words.dropFirst()
      runs.append(Run(first: words[0], last: words[0], kind: .several, target: packed))
    }
    runs.sort { $0.first < $1.first }
  }

  /// What becomes of a character above ASCII.
  func result(of scalar: UInt32) -> Result {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, runs[low].first <= scalar else { return .same }
    let run = runs[low]
    switch run.kind {
    case .nothing: return .nothing
    case .space: return .space
    case .one: return .one(run.target)
    case .oneEach: return .one(run.target + (scalar - run.first))
    case .several:
      let start = Int(run.target >> 8)
      return .several(start..<start + Int(run.target & 0xFF))
    }
  }

  private static func words(of list: StaticString) -> [[UInt32]] {
    marked(list).map(\.numbers)
  }

  /// The words of a list: their numbers, and the sign before the last of them.
  private static func marked(_ list: StaticString) -> [(numbers: [UInt32], sign: UInt8)] {
    let bytes = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    return bytes.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { word in
      var numbers: [UInt32] = [0]
      var sign: UInt8 = 0
      for byte in word {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          numbers[numbers.count - 1] = numbers[numbers.count - 1] << 4 | UInt32(byte - 0x30)
        case UInt8(ascii: "a")...UInt8(ascii: "f"):
          numbers[numbers.count - 1] = numbers[numbers.count - 1] << 4 | UInt32(byte - 0x57)
        default:
          sign = byte
          numbers.append(0)
        }
      }
      return (numbers, sign)
    }
  }
}
