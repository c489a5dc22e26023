/// The table of screens, in the order of their number keys. Only what exists stands here.
package enum ScreenCatalogue {
  package static let screens: [any Screen.Type] = [
    OverviewScreen.self, PartnersScreen.self, TriageScreen.self, VettingScreen.self,
    JournalScreen.self,
  ]

  /// The place of the screen called `name`.
  package static func place(_ name: String) -> Int? {
    screens.firstIndex { $0.row.name == name.lowercased() }
  }
}
