import ConcordModel
import OfficeInMemory
import Testing

/// How capabilities that were rated in an exercise roll up.
@Suite struct ExerciseRatingTests {
  // DOMAIN, Exchange: "capabilities rated P, S, M, U (rolled up as the worst, never the mean)". The
  // ratings are HSEEP's (FEMA, Exercise Evaluation Guide): performed without challenges, with some
  // challenges, with major challenges, unable to be performed.
  @Test(
    "an exercise is as good as the worst of its capabilities",
    arguments: [
      ([], nil), (["p"], .performed), (["s"], .someChallenges), (["m"], .majorChallenges),
      (["u"], .unable), (["p", "p", "s"], .someChallenges), (["p", "m"], .majorChallenges),
      (["s", "m"], .majorChallenges), (["p", "s", "m"], .majorChallenges),
      (["p", "p", "p", "p", "u"], .unable), (["m", "u"], .unable), (["p", "s", "m", "u"], .unable),
    ] as [([String], Exercise.Performance?)])
  func worst(_ ratings: [String], _ expected: Exercise.Performance?) throws {
    var office = MemoryOffice()
    let partner = try office.make("partner", "name=Ash County", "kind=county")
    var create = Invocation("record.create")
    var fields = ["partners=\(partner.text)", "date=2026-05-05", "kind=drill", "title=Flood"]
    for rating in Set(ratings).sorted() {
      let rated = ratings.enumerated().filter { $0.element == rating }
        .map { "Capability \($0.offset)" }
      fields.append("rated-\(rating)=" + rated.joined(separator: ","))
    }
    create.answers = ["kind": ["exercise"], "field": fields]
    try office.run(create)
    let exercise = Exercise(office.workspace, 0)
    #expect(exercise.rating == expected)
    #expect(exercise.ratings.count == ratings.count)
  }
}
