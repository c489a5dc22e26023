import ConcordModel
import OfficeInMemory
import Testing

@testable import ConcordDashboard

/// A dashboard that is open while somebody else imports another policy.
@Suite struct PolicyChangeTests {
  /// A policy by which whatever is likely at all is very high.
  private static let harsh = #"""
    {"matrix": [
      {"likelihood": 5, "levels": ["very-high", "very-high", "very-high", "very-high", "very-high"]},
      {"likelihood": 4, "levels": ["high", "high", "very-high", "very-high", "very-high"]},
      {"likelihood": 3, "levels": ["moderate", "high", "very-high", "very-high", "very-high"]},
      {"likelihood": 2, "levels": ["low", "moderate", "high", "high", "high"]},
      {"likelihood": 1, "levels": ["very-low", "very-low", "very-low", "low", "low"]}
    ]}
    """#

  private func imported() -> Invocation {
    var invocation = Invocation("policy.import")
    invocation.answers["text"] = [Self.harsh]
    return invocation
  }

  @Test(
    "each screen shows levels and scores by the new one, as if it were opened now",
    arguments: [
      "", "2", "<Enter>", "j<Enter>]",
    ])
  func takesUp(_ keys: String) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type(keys)
    let before = driver.picture
    try driver.changeElsewhere(imported())
    let after = driver.picture.split(separator: "\n").dropLast()
    #expect(driver.picture != before)
    var fresh = DashboardDriver(driver.office, width: 120, height: 40)
    fresh.type(keys)
    #expect(after.elementsEqual(fresh.picture.split(separator: "\n").prefix(after.count)))
  }

  @Test("the arithmetic says whose matrix it is, and the weight that it has")
  func arithmetic() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3=")
    #expect(driver.picture.contains("NIST SP 800-30, table I-2"))
    try driver.changeElsewhere(imported())
    driver.type("<Esc>=")
    #expect(driver.picture.contains("the matrix of the office's own policy"))
    var weight = Invocation("policy.import")
    weight.answers["text"] = [#"{"roll-up": {"others-weight-percent": 25}}"#]
    try driver.changeElsewhere(weight)
    driver.type("<Esc>1=")
    #expect(driver.picture.contains("(1 − 0.25 s/100)"), "\(driver.picture)")
  }
}
