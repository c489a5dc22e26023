extension TriageQueue.Reason {
  /// Why a flag waits for whoever is to decide on it; nil where it waits for nobody.
  static func whoever(row: Int, _ workspace: Workspace) -> TriageQueue.Reason? {
    guard let figure = workspace.flagFigure(row: row), figure.isLive else { return nil }
    let nobody = Actor(person: nil, author: "", today: workspace.today)
    return QueueReader(workspace, nobody).reason(row: row, figure, isMine: true, isToMe: true)
  }

  /// What lists and filters call it.
  var key: String {
    switch self {
    case .open: "open"
    case .escalatedToMe: "escalated"
    case .back: "back"
    case .overdue: "overdue"
    case .ratingRose: "rating-rose"
    }
  }
}
