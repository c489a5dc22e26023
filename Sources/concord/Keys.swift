import ArgumentParser
import ConcordApp

/// `concord keys`
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the dashboard's keys as they hold, with the names of their actions.",
    discussion: """
      Keys of your own stand in ~/.config/concord/config.json ($XDG_CONFIG_HOME is heeded), by place, \
      key and action; null takes a key's meaning away. They go before the usual ones, and the \
      dashboard reads the file anew when it changes:

        {"keys": {"triage": {"M": "flag.mitigate"}, "always": {"ctrl-t": "help", "q": null}},
         "theme": "light", "mouse": false, "ascii": false}

      The exit status is 2 where something is wrong with that file; the rest of it holds.
      """)

  @OptionGroup var common: Common

  @Option(help: "table, or json in the form of that file.")
  var format = KeyList.Format.table

  func run() throws {
    var list = KeyList()
    list.format = format
    try list.write(common.options)
  }
}
