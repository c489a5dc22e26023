import CPlatform
import ConcordStore
import ConcordTerminal
import Glibc

/// A program of the user's that runs in the terminal while Concord waits: a pager, an editor.
struct ChildProgram {
  /// How it ended.
  enum Ending: Equatable {
    /// With this exit status.
    case exited(Int32)
    /// By a signal.
    case killed(Int32)
    /// This signal asks Concord to end, while the program was stopped.
    case asked(Int32)
    /// It did not start; the system's error.
    case failed(Int32)
  }

  private let words: [String]

  /// A command as its user writes it, split at spaces: no shell reads it. Nil where it is blank.
  init?(_ command: String, arguments: [String] = []) {
    let words = command.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    self.words = words + arguments
  }

  /// Runs it to its end, in a process group of its own that the terminal belongs to: ^C and ^Z are its
  /// keys. Where it stops, so does Concord, until both are in the foreground again.
  ///
  /// - Parameter input: what it reads from its standard input, instead of from the terminal. What it
  ///   does not read is dropped.
  func run(input: [UInt8]? = nil) -> Ending {
    var pipe: [Int32] = [-1, -1]
    if input != nil, Self.makePipe(&pipe) != 0 { return .failed(errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input != nil { posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What Concord ignores or has blocked is no business of another program's.
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ)
    if pipe[0] >= 0 { close(pipe[0]) }
    defer { Self.giveTerminal(to: getpgrp()) }
    guard code == 0 else {
      if pipe[1] >= 0 { close(pipe[1]) }
      return .failed(code)
    }
    Self.giveTerminal(to: child)
    let writer = input.flatMap { Self.writer($0, to: pipe[1]) }
    defer { writer?.join() }
    return Self.wait(for: child)
  }

  private static func wait(for child: pid_t) -> Ending {
    var status: Int32 = 0
    while true {
      if waitpid(child, &status, WUNTRACED) < 0 {
        guard errno == EINTR else { return .failed(errno) }
      } else if status & 0xFF == 0x7F, [SIGTTIN, SIGTTOU].contains(status >> 8 & 0xFF) {
        // It asked for the terminal before it was given to it.
        giveTerminal(to: child)
        kill(-child, SIGCONT)
      } else if status & 0xFF == 0x7F {
        giveTerminal(to: getpgrp())
        let ending = cp_stop_self(STDIN_FILENO)
        if ending != 0 {
          kill(-child, SIGHUP)
          kill(-child, SIGCONT)
          return .asked(ending)
        }
        giveTerminal(to: child)
        kill(-child, SIGCONT)
      } else {
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
      }
    }
  }

  /// Makes a group the terminal's own; from the background that would stop the process, if SIGTTOU
  /// were not blocked.
  private static func giveTerminal(to group: pid_t) {
    var output = sigset_t()
    var before = sigset_t()
    sigemptyset(&output)
    sigaddset(&output, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &output, &before)
    tcsetpgrp(STDIN_FILENO, group)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// A thread that writes, so that a program that reads slowly, or stops, keeps nobody.
  private static func writer(_ bytes: [UInt8], to descriptor: Int32) -> WorkThread? {
    let thread = WorkThread { write(bytes, to: descriptor) }
    if thread == nil { close(descriptor) }
    return thread
  }

  /// A pipe whose ends no other program inherits.
  private static func makePipe(_ ends: inout [Int32]) -> Int32 {
    guard Glibc.pipe(&ends) == 0 else { return -1 }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return 0
  }

  /// Writes until all is read or nobody reads any more.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    // Of a broken pipe this thread alone would hear.
    var broken = sigset_t()
    sigemptyset(&broken)
    sigaddset(&broken, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &broken, nil)
    defer { close(descriptor) }
    WholeWrite.write(bytes, to: descriptor)
  }
}
