/// The catalogues, by the names that fields and files call them.
public enum CatalogueName: String, CaseIterable, Hashable, Sendable {
  case classes
  case kinds
  case missions
  case stages
  case offices
  case regions
  case states
  case countries
  case identifierSchemes = "identifier-schemes"
  case linkKinds = "link-kinds"
  case comparisons
  case benefits
  case categories
  case treatments
  case treatmentStates = "treatment-states"
  case flagSources = "flag-sources"
  case flagStatuses = "flag-statuses"
  case decisions
  case avoidances
  case caseTypes = "case-types"
  case caseStatuses = "case-statuses"
  case caseOutcomes = "case-outcomes"
  case standings
  case criteria
  case checklists
  case taskStatuses = "task-statuses"
  case roles
  case agreementTypes = "agreement-types"
  case agreementStates = "agreement-states"
  case dataCategories = "data-categories"
  case markings
  case purposes
  case onwardSharing = "onward-sharing"
  case accessFacts = "access-facts"
  case incidentKinds = "incident-kinds"
  case exchangeKinds = "exchange-kinds"
  case directions
  case exerciseKinds = "exercise-kinds"
  case exerciseRatings = "exercise-ratings"
  case findingStates = "finding-states"
  case goalStates = "goal-states"
  case opportunityStates = "opportunity-states"
  case practices
  case practiceRatings = "practice-ratings"
}
