import Foundation
import Testing

/// The demo's office.
struct DemoTests {
  @Test func theDefaultOfficeHasTheNumbersThatItPromises() throws {
    let program = try Program(seed: nil, author: "casey.holt")
    let made = try program.run("demo", "--no-open", "--at", program.path("store"))
    #expect(made.status == 0, "\(made.words)")
    #expect(made.output == "")
    #expect(made.words.hasPrefix("Gulf Region Partnership Office, fictional: 120 partners, "))
    #expect(made.words.hasSuffix("open it with: concord --store \(program.path("store"))\n"))
    func count(_ kind: String, _ query: String) throws -> Int {
      try program.run("list", kind, query, "--format", "jsonl").lines.count
    }
    #expect((8...12).contains(try count("partners", "risk>=high")))
    #expect((25...35).contains(try count("partners", "risk:moderate")))
    #expect((25...45).contains(try count("partners", "risk:none")))
    #expect((30...40).contains(try count("tasks", "status:pending|status:in-progress")))
    #expect(try count("tasks", "status:pending|status:in-progress due<2026-11-21") == 6)
    #expect(try count("links", "type:possible-same") == 2)
    #expect((9...13).contains(try count("people", "")))

    // Every class and kind, category and status.
    func values(_ kind: String, _ column: String) throws -> Set<String> {
      Set(try program.run("list", kind, "--columns", column, "--format", "tsv").lines.dropFirst())
    }
    #expect(try values("partners", "class").count == 5)
    #expect(try values("partners", "kind").count == 31)
    #expect(try values("flags", "category").count == 5)
    #expect(
      try values("flags", "status").map { $0.trimmingCharacters(in: .whitespaces) }.sorted() == [
        "accepted", "closed", "dismissed", "escalated", "open", "snoozed", "transferred",
        "treating",
      ])
    #expect(try values("changes", "author").count >= 9)
    #expect(try program.run("verify").status == 0)

    // The user's queue, as the dashboard shows it, with what the rules have raised.
    let triage = try program.run("screenshot", "--screen", "triage", "--size", "120x40")
    let left = try #require(
      triage.output.firstMatch(of: /Queue .* (\d+) left/).flatMap { Int($0.output.1) })
    #expect((45...55).contains(left))
    // Eighteen months.
    let first = try program.run(
      "list", "changes", "--sort", "time", "--limit", "1", "--format", "csv")
    #expect(first.lines.last?.contains(",2025-05-2") ?? false)
  }

  private func digest(_ seed: String, _ count: String, variable: String? = nil) throws -> String {
    let program = try Program(seed: variable, author: "casey.holt")
    var arguments = ["demo", "--no-open", "--partners", count, "--at", program.path("store")]
    if variable == nil { arguments += ["--seed", seed] }
    let made = try program.run(Program.binary(), arguments, input: "")
    try #require(made.status == 0, "\(made.words)")
    let verified = try program.run("verify")
    try #require(verified.status == 0)
    return try #require(verified.lines.last)
  }

  @Test func theSameSeedMakesTheSameOffice() throws {
    let first = try digest("42", "12")
    #expect(try digest("42", "12") == first)
    #expect(try digest("", "12", variable: "42") == first)
    #expect(try digest("43", "12") != first)
  }

  @Test func aLargeOfficeIsWrittenInFewTransactions() throws {
    let program = try Program(seed: nil, author: "casey.holt")
    let made = try program.run(
      "demo", "--no-open", "--partners", "2100", "--at", program.path("store"))
    #expect(made.status == 0, "\(made.words)")
    let verified = try Program.json(program.run("verify", "--json").output)
    #expect(verified["sound"] as? Bool == true)
    let changes = try #require(verified["changes"] as? Int)
    #expect(changes < 12_000)
    #expect(try program.run("list", "partners", "--format", "jsonl").lines.count == 2100)
  }

  @Test func neverWhereSomethingIs() throws {
    let program = try Program()
    try program.office()
    let run = try program.run("demo", "--no-open", "--at", program.path("store"))
    #expect(run.status == 1)
    #expect(run.words.hasPrefix("concord: there is something at \(program.path("store")) already"))
    #expect(try program.run("verify").output.hasPrefix("0 lines"))
  }

  @Test func theDefaultStoreIsNeverTouched() throws {
    let program = try Program()
    program.environment["CONCORD_STORE"] = nil
    let made = try program.run("demo", "--no-open", "--partners", "10")
    #expect(made.status == 0, "\(made.words)")
    #expect(made.words.contains(".local/share/concord-demo\n"))
    #expect(try program.run("list", "partners").status == 1)
    let run = try program.run(
      "list", "people", "--store", program.path(".local/share/concord-demo"))
    #expect(run.status == 0)
  }
}
