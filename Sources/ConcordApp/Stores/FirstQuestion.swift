import ConcordInterchange
import ConcordModel
import Glibc

/// What someone at a terminal is asked who has no store yet: a demo, a new office, or a new office
/// with partners from a file. Lines, before the screen is taken.
package struct FirstQuestion {
  private let common: CommonOptions
  private let settings: Settings
  private let put: (String) -> Void
  private let line: () -> String?

  /// - Parameters:
  ///   - put: shows text, without a line end of its own.
  ///   - line: gives what was typed; nil where nobody types any more.
  package init(
    _ common: CommonOptions, _ settings: Settings, put: @escaping (String) -> Void = Self.show,
    line: @escaping () -> String? = { readLine() }
  ) {
    self.common = common
    self.settings = settings
    self.put = put
    self.line = line
  }

  /// Asks, and makes what was chosen.
  /// - Returns: the store to open; nil for someone who leaves.
  package func ask() throws(CommandLineFailure) -> String? {
    put(
      """
      There is no store at \(Text.visible(settings.store)) yet.

        1  look around in a demo office; it is fictional, and made beside
        2  begin a new office
        3  begin a new office with partners from a file (CSV, TSV or JSON)
        q  leave


      """)
    while let answer = answer("1, 2, 3 or q: ") {
      switch answer.lowercased() {
      case "1": return try demo()
      case "2": return try office() ? settings.store : nil
      case "3": return try officeOfFile() ? settings.store : nil
      case "q", "quit", "leave": return nil
      default: continue
      }
    }
    return nil
  }

  /// The demo that was made before, or a new one.
  private func demo() throws(CommandLineFailure) -> String {
    var settings = settings
    settings.store = DemoOffice.standardPath(settings)
    if access(settings.store, F_OK) != 0 { try DemoOffice().make(settings) }
    return settings.store
  }

  /// - Returns: whether it was made, and not left before.
  private func office() throws(CommandLineFailure) -> Bool {
    guard let name = name(), let zone = zone() else { return false }
    let office = NewOffice(path: settings.store, name: name, zone: zone)
    try office.make(settings)
    return true
  }

  private func officeOfFile() throws(CommandLineFailure) -> Bool {
    guard let path = file(), try office() else { return false }
    do {
      try FileImport(path: path).run(common)
    } catch {
      put(
        "\(error.sentence)\n"
          + "The office is there, without partners: concord import reads them in later.\n")
    }
    return answer("Enter opens it: ") != nil
  }

  // MARK: One answer each

  private func answer(_ question: String) -> String? {
    put(question)
    return line().map { Text.trimmed($0) }
  }

  private func name() -> String? {
    while let name = answer("The office's name: ") {
      if NewOffice.accepts(name: name) { return name }
      put("A name has one line of text.\n")
    }
    return nil
  }

  private func zone() -> String? {
    let standard = Policy.standard.zone
    while let zone = answer("The time zone in which its days turn [\(standard)]: ") {
      if zone.isEmpty { return standard }
      if OfficeClock.knows(zone: zone) { return zone }
      put("There is no such zone; write one such as America/Chicago or UTC.\n")
    }
    return nil
  }

  /// A file that can be read, before anything is made for it.
  private func file() -> String? {
    while let typed = answer("The file: ") {
      if typed.isEmpty || typed == "-" { continue }
      let path = typed.hasPrefix("~/") ? settings.home + typed.dropFirst() : typed
      do throws(ImportFailure) {
        _ = try SourceTable.open(SourceFile.read(path: path))
        return path
      } catch {
        put(Text.visible(error.description) + "\n")
      }
    }
    return nil
  }

  /// Shows text on standard output.
  package static func show(_ text: String) {
    var output = StandardOutput.output
    try? output.bytes(text.utf8)
    try? output.flush()
  }
}
