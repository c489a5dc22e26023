import ArgumentParser
import ConcordApp
import ConcordModel

// What options choose from, by their names on the command line.
extension OutputFormat: ExpressibleByArgument {}
extension HeatmapTable.Form: ExpressibleByArgument {}
extension RiskView: ExpressibleByArgument {}
extension Screenshot.Format: ExpressibleByArgument {}
extension KeyList.Format: ExpressibleByArgument {}
