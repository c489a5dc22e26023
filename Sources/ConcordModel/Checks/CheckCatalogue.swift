/// The checks that there are.
public enum CheckCatalogue {
  /// Errors first, then by name: the order of every report.
  public static let checks: [any ConsistencyCheck.Type] = all.sorted {
    ($0.severity, $0.name) < ($1.severity, $1.name)
  }

  private static let all: [any ConsistencyCheck.Type] = [
    AccessEndsBeforeItBegins.self, AccessOfEndedPartner.self, AgreementEndsBeforeItBegins.self,
    InForceWithoutDates.self, IncidentBeforeNoticed.self,
    RecordGone.self, RequiredMissing.self, TwoValues.self, UnknownChoice.self, UnusablePolicy.self,
    ApprovalEndsBeforeDecision.self, ApprovalWithoutEnd.self, ApprovedWithOpenTasks.self,
    DecidedBySameHands.self, OpenCaseOfEndedPartner.self, PastDueWithoutAssignee.self,
    AcceptanceWithoutEnd.self, EscalatedToNobody.self, FlagOfEndedPartner.self, HalfTarget.self,
    OwnAcceptance.self, PlannedAboveTarget.self, PutOffWithoutDay.self, TargetAboveInherent.self,
    TreatingWithoutTreatment.self,
    ActiveWithoutVetting.self, LinkEndsBeforeItBegins.self, LinkToItself.self,
    NeededWithoutMission.self, PartnersAlike.self,
    PersonGone.self, SameHandle.self, SharedAccount.self,
  ]

  /// The check called `name`.
  public static func check(_ name: String) -> (any ConsistencyCheck.Type)? {
    checks.first { $0.name == name }
  }
}
