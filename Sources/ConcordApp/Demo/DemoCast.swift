import ConcordModel

/// Who works in the demo's office: its people, and whoever runs the demo.
struct DemoCast: Sendable {
  /// Someone, by the place in the cast.
  struct Member: Sendable {
    let person: DemoData.Person
    let account: String
  }

  /// Everyone; the user is the first.
  let members: [Member]

  /// The user's place.
  static let me = 0

  init(_ data: DemoData, author: String, account: String) {
    let known = data.people.first { $0.handle == author }
    let user =
      known
      ?? DemoData.Person(
        handle: author, name: Self.name(from: author), roles: ["manager"], tiers: [],
        duty: "manager")
    members =
      [Member(person: user, account: account)]
      + data.people.filter { $0.handle != author }.map {
        Member(person: $0, account: $0.handle + "@" + data.host)
      }
  }

  /// `m.ruiz` as "M Ruiz".
  private static func name(from handle: String) -> String {
    let words = handle.split { ".-_@ ".contains($0) }
    return words.isEmpty
      ? handle : words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  subscript(place: Int) -> Member { members[place] }

  /// Those with a duty; the first of the office where nobody has it (the user took that part).
  private func places(_ duty: String) -> [Int] {
    let found = members.indices.filter { members[$0].person.duty == duty }
    return found.isEmpty ? [Self.me] : found
  }

  /// Who keeps relationships, the user among them.
  var managers: [Int] { Array(Set([Self.me] + places("manager") + places("liaison"))).sorted() }
  /// Who keeps relationships, but for the user.
  var otherManagers: [Int] { managers.filter { $0 != Self.me } }
  /// Who does vetting tasks, never the user.
  var analysts: [Int] { places("analyst").filter { $0 != Self.me } }
  /// Who decides cases and risks at high or above, never the user.
  var approvers: [Int] {
    let found = (places("director") + places("deputy")).filter { $0 != Self.me }
    return found.isEmpty ? otherManagers : found
  }

  /// Who raises or decides flags of a category besides the managers.
  func specialist(_ category: String) -> Int {
    switch category {
    case "legal": places("counsel")[0]
    case "security": places("security")[0]
    case "insider": places("security")[0]
    case "control": places("liaison")[0]
    default: places("privacy")[0]
    }
  }
}
