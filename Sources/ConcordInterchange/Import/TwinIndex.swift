/// Finds partners that may be the same as a new one though their keys differ.
///
/// Partners are looked up by numbers that twins share, and compared only where another has the same:
/// of thousands of partners few have one.
struct TwinIndex: Sendable {
  private var bare = Buckets()
  private var loose = Buckets()
  /// Partners by another name of theirs, folded.
  private var byAlias: [String: [PartnerIndex.Handle]] = [:]
  private let stateWords: [String: [Substring]]
  private let stateMarks: [String: [UInt64]]

  /// More possible twins than this tell nothing.
  private static let mostTwins = 5

  /// - Parameter stateWords: the words of each state's name, by its folded key.
  init(stateWords: [String: [Substring]]) {
    self.stateWords = stateWords
    stateMarks = stateWords.mapValues { words in words.map { WordMark.of(String($0)) } }
  }

  /// Adds a partner; partners come in the order of their handles.
  mutating func add(_ identity: PartnerIdentity) { add(marks(of: identity)) }

  /// Adds a partner by its numbers; partners come in the order of their handles.
  mutating func add(_ marks: Marks) {
    bare.append(marks.bare)
    loose.append(marks.loose)
  }

  /// The numbers that a partner shares with its twins.
  struct Marks: Sendable {
    let bare: UInt64
    /// Nil where there can be none.
    let loose: UInt64?
  }

  /// The numbers of a partner.
  func marks(of identity: PartnerIdentity) -> Marks {
    Marks(
      bare: identity.bareMark,
      loose: identity.looseMark(stateWords: stateMarks[identity.place.state] ?? []))
  }

  /// Adds another name of a partner, folded.
  mutating func add(alias fold: String, _ handle: PartnerIndex.Handle) {
    byAlias[fold, default: []].append(handle)
  }

  /// The partners that a new one may be the same as, with what speaks for it.
  func twins(
    of handle: PartnerIndex.Handle, among identities: [PartnerIdentity]
  ) -> [(handle: PartnerIndex.Handle, reason: String)] {
    let identity = identities[handle]
    var twins: [(handle: PartnerIndex.Handle, reason: String)] = []
    func add(
      _ candidates: [PartnerIndex.Handle], _ reason: String,
      where holds: (PartnerIdentity) -> Bool
    ) {
      for candidate in candidates
      where candidate != handle && holds(identities[candidate])
        && !twins.contains(where: { $0.handle == candidate })
      {
        twins.append((candidate, reason))
      }
    }
    add(bare.others(than: handle), "the same name; one of them does not say where") {
      $0.isBareTwin(identity) && $0.place.isDoubtful(identity.place)
    }
    let words = stateWords[identity.place.state] ?? []
    add(loose.others(than: handle), "the same words in their names") {
      $0.fold != identity.fold && $0.isLooseTwin(identity, stateWords: words)
    }
    add(byAlias[identity.fold] ?? [], "the name of one is an alias of the other") {
      $0.country == identity.country && $0.place.state == identity.place.state
        && $0.place.parent == identity.place.parent
    }
    return twins.count > Self.mostTwins ? [] : twins
  }
}

/// The handles that share a number, without a list for each number.
private struct Buckets: Sendable {
  private var last: [UInt64: Int32] = [:]
  /// The number of each handle, and the handle before it that has the same.
  private var entries: [(mark: UInt64?, before: Int32)] = []

  /// Adds the next handle.
  mutating func append(_ mark: UInt64?) {
    let handle = Int32(entries.count)
    let before = mark.flatMap { last.updateValue(handle, forKey: $0) }
    entries.append((mark, before ?? -1))
  }

  /// The other handles with the number of `handle`, in their order.
  func others(than handle: PartnerIndex.Handle) -> [PartnerIndex.Handle] {
    guard let mark = entries[handle].mark, var next = last[mark] else { return [] }
    var found: [PartnerIndex.Handle] = []
    while next >= 0 {
      if Int(next) != handle { found.append(Int(next)) }
      next = entries[Int(next)].before
    }
    return found.reversed()
  }
}
