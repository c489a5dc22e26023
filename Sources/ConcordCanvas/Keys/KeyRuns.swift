/// Letters that came all at once, as a terminal sends pasted text that it does not mark.
package enum KeyRuns {
  /// Letters in one go from which on nobody has typed them.
  package static let shortest = 64

  /// The keys, with long runs of letters as pasted text.
  package static func gathered(_ keys: [Key]) -> [Key] {
    guard keys.count >= shortest else { return keys }
    var result: [Key] = []
    var run: [Character] = []
    func end() {
      result += run.count >= shortest ? [.paste(String(run))] : run.map { .character($0) }
      run = []
    }
    for key in keys {
      if case .character(let letter) = key {
        run.append(letter)
      } else {
        end()
        result.append(key)
      }
    }
    end()
    return result
  }
}
