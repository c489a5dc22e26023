/// `--store DIR`, `--as-of DAY` and `--readonly` before the subcommand mean the same as behind it.
public enum LeadingOptions {
  /// The arguments with the common options that stand before a subcommand moved to the end; as they
  /// are where no subcommand follows.
  public static func moved(_ arguments: [String], subcommands: [String]) -> [String] {
    let (leading, rest) = split(arguments)
    guard let name = rest.first, subcommands.contains(name) else { return arguments }
    return rest + leading
  }

  /// The arguments behind the common options at the beginning.
  static func behind(_ arguments: [String]) -> [String] { split(arguments).rest }

  private static func split(_ arguments: [String]) -> (leading: [String], rest: [String]) {
    var leading: [String] = []
    var rest = arguments[...]
    options: while let first = rest.first, first.hasPrefix("-") {
      if first == "--readonly" || first.hasPrefix("--store=") || first.hasPrefix("--as-of=") {
        leading.append(first)
        rest = rest.dropFirst()
      } else if first == "--store" || first == "--as-of", rest.count > 1 {
        leading.append(contentsOf: rest.prefix(2))
        rest = rest.dropFirst(2)
      } else {
        break options
      }
    }
    return (leading, Array(rest))
  }
}
