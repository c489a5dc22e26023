import ConcordModel

/// A partner of the demo as planned, and, once made, its ids.
struct DemoPartner {
  /// How its story goes.
  enum Fate {
    /// A live flag at high or very high.
    case grave
    /// A live flag at moderate.
    case notable
    /// Low or very low.
    case quiet
    /// Nobody has assessed it.
    case blank
  }

  /// A flag as planned.
  struct Flag {
    var scenario: UInt8
    /// As raised.
    var likelihood: UInt8
    var impact: UInt8
    /// The place in the cast; nil for nobody.
    var owner: UInt8?
    var id: RecordID?
    var treatments: [RecordID] = []
  }

  var kind: Int
  var state: Int
  var tier: Int
  var fate: Fate
  var manager: UInt8
  var name: String
  var city: String?
  /// Another partner's entry that seems to be the same body.
  var twin: Int32?
  var flags: [Flag] = []
  var id: RecordID?
  var caseID: RecordID?
  var tasks: [RecordID] = []
}
