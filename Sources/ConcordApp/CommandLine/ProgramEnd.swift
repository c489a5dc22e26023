import Glibc

/// How the program ends.
public enum ProgramEnd {
  /// A reader that has read enough ends the program quietly, as with any other tool.
  public static func quietlyOnClosedPipes() { signal(SIGPIPE, SIG_DFL) }

  /// A file that may not grow is a failed write with a sentence, not the end of the program.
  public static func notOnFileLimits() { signal(SIGXFSZ, SIG_IGN) }

  /// Ends the program with the exit status of a failure.
  public static func now(_ failure: CommandLineFailure) -> Never {
    Glibc.exit(failure.status.rawValue)
  }
}
