import ConcordCanvas
import ConcordModel

/// All that the dashboard is, as a value: only `Dashboard.update` changes it.
package struct DashboardState: Sendable {
  package var size: Size
  /// The screens of the number keys, each with its own selection.
  package var screens: [any Screen]
  /// Which of them is in front.
  package var front = 0
  /// Pages on top of it.
  package var pages: [PartnerPage] = []
  /// Where `t` was pressed, for the way back.
  package var cameFrom: (front: Int, pages: [PartnerPage])?
  /// What takes the keys now.
  package var layer: (any Layer)?
  /// What lay on top before it led to a record's place.
  var wayBack: WayBack?
  /// The prompt or form whose command is on its way: it comes back when the command is refused.
  package var pending: (any QuestionLayer)?
  package var message: Message?
  package var actor: Actor
  package var risk = RiskView.residual
  package var isReadOnly: Bool
  /// Why, where there is more to say than that.
  package var whyReadOnly: String?
  /// The day that is looked at instead of today.
  package var asOf: Day?
  package var isLoading = false
  /// Seconds that the office's clock is ahead of UTC today.
  package var zoneOffset = 0
  /// The same at any moment; nil where it is always that.
  package var offsetAt: (@Sendable (Instant) -> Int)?
  /// The change that `u` takes back next, once it was named.
  package var undoOffer: UndoOffer?
  /// Whether the offer came from the change of the journal that is to be taken back.
  package var isUndoConfirmed = false
  /// Whether the last key was a digit that decided.
  package var isDecidedByDigit = false
  /// Commands that could not be, since the start.
  package var refusals = 0
  /// Commands of prompts that were done, since the start.
  package var decisions = 0
  /// The last decision, for `.`.
  package var last: Invocation?
  /// Reasons given lately, the newest first.
  package var reasons: [String] = []
  /// The saved views.
  package var views: [SavedView] = []
  /// The filter that `n` and `N` go by.
  package var sought = Filter.all
  /// How far its user had seen before; nil where they never looked, and on a past day.
  package var lastLook: LastLook?
  /// What happened since; nil until it was read.
  package var lookBack: LookBack?
  /// What happened while that was being read, the newest first.
  var happenedMeanwhile: [LookChange] = []
  /// Whether the page of it was opened.
  var hasOpenedLook = false
  /// Whether the journal was asked for it.
  var isLookAsked = false
  /// Long work under way.
  package var running: RunningWork?
  /// An import that is ready, kept back while something else was open.
  package var waitingPreview: ImportPreview?
  /// The program that shown rows are handed to, as its user prefers it.
  package var pager = "less"
  /// Digits after `#`.
  package var count: String?
  /// How what takes long is divided.
  package var work: any ParallelWork = OneByOne()
  /// What a worker has made ready; see ``Preparation``.
  package var idOrders: [RecordKind: IDOrder] = [:]
  /// The screens that were in front already.
  package var visited: Set<Int> = [0]
  package var keymap: Keymap { didSet { keptHints = nil } }
  package var glyphs: GlyphSet { didSet { keptHints = nil } }
  /// The hint line's rows as the last picture had them.
  private var keptHints: HintRows?
  /// Whether the mouse reports to the dashboard.
  package var usesMouse = true
  /// What is supposed, and not saved.
  package var whatIf: WhatIf?
  /// How often something was supposed.
  var suppositions = 0
  /// The earlier day that the heatmap is compared with.
  package var comparison = HeatmapComparison()
  /// The filter that `t` has put on the queue, and the one that was there.
  var putFilter: (put: String, before: String)?

  package init(
    size: Size, actor: Actor, isReadOnly: Bool = false, keymap: Keymap = .standard,
    glyphs: GlyphSet = .unicode
  ) {
    self.size = size
    self.actor = actor
    self.isReadOnly = isReadOnly
    self.keymap = keymap
    self.glyphs = glyphs
    screens = ScreenCatalogue.screens.map { $0.init() }
  }

  /// What is drawn in the body: the page on top, else the screen in front.
  package var top: any Screen { pages.last ?? screens[front] }

  /// Where keys mean something now, the nearest first.
  package var contexts: [KeyContext] { top.contexts + [.always] }

  /// The rows of the hint line where keys mean something now.
  var hintRows: HintRows {
    let contexts = contexts
    if let keptHints, keptHints.contexts == contexts { return keptHints }
    return HintRows(keymap, contexts, glyphs)
  }

  /// Keeps the hint line's rows for the pictures to come.
  mutating func keepHints() { keptHints = hintRows }

  /// What screens read.
  package func scene(_ workspace: Workspace) -> Scene {
    var scene = Scene(
      whatIf?.workspace ?? workspace, actor: actor, risk: risk, isReadOnly: isReadOnly,
      isLoading: isLoading,
      zoneOffset: zoneOffset, work: work)
    scene.idOrders = idOrders
    scene.keymap = keymap
    scene.offsetAt = offsetAt
    scene.whatIf = whatIf
    scene.comparison = comparison.shown
    scene.asOf = asOf
    scene.lastLook = lastLook
    scene.lookBack = lookBack
    return scene
  }
}
