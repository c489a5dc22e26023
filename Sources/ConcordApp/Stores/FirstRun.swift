import ConcordModel

/// What someone reads who has no store yet.
public enum FirstRun {
  /// The three ways to begin.
  public static func words(store: String) -> String {
    """
    there is no store at \(Text.visible(store)) yet. Begin with one of:

      concord demo                              a fictional office to look around in
      concord init DIR --office "NAME"          a new, empty office
      concord import FILE --store DIR           your partners from CSV, TSV or JSON, after init

    CONCORD_STORE or --store DIR names a store that is elsewhere.
    """
  }
}
