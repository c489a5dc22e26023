import OfficeInMemory
import Testing

/// Each screen as people see it, from a script of keys, at the sizes that matter.
@Suite struct ScreenGoldenTests {
  static let sizes = [(40, 10), (60, 16), (80, 24), (120, 40), (200, 60)]

  static let scripts: [(name: String, keys: String)] = [
    ("overview", ""),
    ("overview-heatmap-focus", "j<Tab>k"),
    ("overview-cell-opened", "<Tab>j<Enter>"),
    ("overview-cell-marked", "<Tab>j "),
    ("overview-tasks-focus", "<Tab><Tab>jj"),
    ("heatmap-target", "<Tab>i"),
    ("heatmap-change", "<Tab>-"),
    ("heatmap-kinds", "<Tab>bjl"),
    ("heatmap-kinds-end", "<Tab>bGl"),
    ("heatmap-kinds-change", "<Tab>b-"),
    ("heatmap-partners", "<Tab>bbjl"),
    ("heatmap-partners-inherent", "<Tab>bbii"),
    ("heatmap-partners-change", "<Tab>bb-"),
    ("heatmap-partners-marked", "<Tab>bb jl "),
    ("heatmap-partners-opened", "<Tab>bb<Enter>"),
    ("cell-arithmetic", "<Tab>="),
    ("cell-arithmetic-kinds", "<Tab>b-="),
    ("cell-arithmetic-partners", "<Tab>bbl="),
    ("cell-triage", "<Tab>t"),
    ("what-if-choose", "w"),
    ("what-if", "jw<Left>b"),
    ("what-if-treatment", "jw<Tab> "),
    ("what-if-kept", "jw<Left><Left><Enter>jw<Down><Enter><Tab>"),
    ("what-if-triage", "3jw3"),
    ("what-if-by-partner", "<Tab>bbw<Up><Left>"),
    ("overview-filter", "/port"),
    ("overview-filter-problem", "/riks>=high"),
    ("partners", "2"),
    ("partners-by-name-marked", "2s2 jj "),
    ("page-facts", "<Enter>"),
    ("page-flags", "j<Enter>]"),
    ("page-vetting", "/harbor<Enter><Enter>]]"),
    ("triage", "3"),
    ("triage-mitigate", "3jm"),
    ("triage-accept", "3jjja"),
    ("triage-reassess", "3r43"),
    ("triage-dot", "3r<Down>"),
    ("triage-numbered", "3D"),
    ("triage-range", "3VjjV"),
    ("triage-filter", "3/risk>=high<Enter>"),
    ("triage-flag-pane", "3<Tab>"),
    ("triage-left", "3/nothing is called this"),
    ("triage-dismissed", "3jjxnot ours<Enter>y"),
    ("triage-bulk", "3*xgone<Enter>"),
    ("vetting", "4"),
    ("vetting-tasks", "4<Tab>"),
    ("vetting-pass", "4<Tab>p"),
    ("vetting-passed", "4<Tab>pletter of 2026-11-20<Enter>"),
    ("vetting-waive", "4<Tab>v"),
    ("vetting-decide", "4D"),
    ("journal", "8"),
    ("journal-change", "3jjxnot ours<Enter>y8"),
    ("journal-of-a-flag", "3jjxnot ours<Enter>yH"),
    ("form-new", "2c"),
    ("form-completion", "2cAsh County<Down>coun"),
    ("form-edit", "3e"),
    ("form-problem", "2e<Down><Down><Down><Down>Atlantis"),
    ("views", "2/kind:police<Enter>'Police<Enter>"),
    ("views-open", "2/kind:police<Enter>'Police<Enter>'"),
    ("create", "3c"),
    ("pipe", "2|"),
    ("end", "2dno longer needed<Enter>"),
    ("partners-none-fits", "2/zzzz<Enter>"),
    ("vetting-none-fits", "4/zzzz<Enter>"),
    ("journal-detail", "3jjxnot ours<Enter>y8l"),
    ("journal-none-fits", "8/zzzz<Enter>"),
    ("page-ties", "<Enter>]]]"),
    ("page-history", "<Enter>]]]]"),
    ("count", "2#12"),
    ("message-refused", "2<Enter>Z"),
    ("help", "?"),
    ("palette", ":bay"),
    ("sort", "s"),
    ("arithmetic", "j="),
  ]

  @Test("a screen looks as recorded", arguments: scripts, sizes)
  func looksAsRecorded(_ script: (name: String, keys: String), _ size: (Int, Int)) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: size.0, height: size.1)
    driver.type(script.keys)
    Golden.expect(driver.picture, "\(script.name)-\(size.0)x\(size.1)", file: Self.folder)
  }

  @Test("an empty office says what would be here", arguments: ["1", "2", "3", "4", "8"], sizes)
  func emptyOffice(_ key: String, _ size: (Int, Int)) {
    var driver = DashboardDriver(MemoryOffice(), width: size.0, height: size.1)
    driver.type(key)
    Golden.expect(driver.picture, "empty-\(key)-\(size.0)x\(size.1)", file: Self.folder)
  }

  private static let folder = #filePath
}
