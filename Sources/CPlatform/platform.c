#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/timerfd.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// MARK: Text

int cp_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int cp_use_locale(void) {
  // Numbers and messages keep the C locale.
  setlocale(LC_CTYPE, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// MARK: Streams and descriptors

FILE *cp_stdin(void) { return stdin; }

FILE *cp_stdout(void) { return stdout; }

FILE *cp_stderr(void) { return stderr; }

int cp_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

int cp_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

// Writes all it can; safe in a signal handler.
static void write_all(int file, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t done = write(file, next, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    next += done;
    count -= (size_t)done;
  }
}

// MARK: Time

int cp_wall_timer(void) { return timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK); }

int cp_wall_timer_set(int timer, int64_t second) {
  struct itimerspec when = {.it_value = {.tv_sec = (time_t)second}};
  return timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL);
}

void cp_wall_timer_clear(int timer) {
  uint64_t times;
  ssize_t ignored = read(timer, &times, sizeof times);
  (void)ignored;
}

// MARK: Signals

static const int gathered[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
enum { gathered_count = sizeof gathered / sizeof *gathered };

static struct sigaction gathered_before[gathered_count];
static int signal_pipe[2] = {-1, -1};
static volatile sig_atomic_t continuations;

static void on_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  if (number == SIGCONT) continuations++;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

static int may_stay_ignored(int number) {
  return number == SIGHUP || number == SIGINT || number == SIGTSTP;
}

int cp_signals_start(void) {
  // Whoever started us may have had them blocked, and a blocked mask is inherited.
  sigset_t ours;
  sigemptyset(&ours);
  for (int i = 0; i < gathered_count; i++) sigaddset(&ours, gathered[i]);
  pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
  if (signal_pipe[0] >= 0) return signal_pipe[0];
  if (cp_pipe(signal_pipe) < 0) return -1;
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < gathered_count; i++) {
    sigaction(gathered[i], &action, &gathered_before[i]);
    if (may_stay_ignored(gathered[i]) && gathered_before[i].sa_handler == SIG_IGN) {
      sigaction(gathered[i], &gathered_before[i], NULL);
    }
  }
  return signal_pipe[0];
}

void cp_signals_stop(void) {
  if (signal_pipe[0] < 0) return;
  for (int i = 0; i < gathered_count; i++) sigaction(gathered[i], &gathered_before[i], NULL);
  close(signal_pipe[0]);
  close(signal_pipe[1]);
  signal_pipe[0] = signal_pipe[1] = -1;
}

int cp_signals_next(void) {
  unsigned char byte;
  return signal_pipe[0] >= 0 && read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

// Empties the pipe; the last signal in it that ends the process, or 0.
static int ending_signal(void) {
  int ending = 0;
  for (int number; (number = cp_signals_next());) {
    if (number == SIGTERM || number == SIGHUP || number == SIGINT) ending = number;
  }
  return ending;
}

int cp_stop_self(int terminal) {
  struct sigaction ours, usual = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, NULL, &ours);
  // A parent that ignores it has no job control to wake us again.
  if (ours.sa_handler == SIG_IGN) return 0;
  int ending = ending_signal();
  while (!ending) {
    sig_atomic_t before = continuations;
    sigaction(SIGTSTP, &usual, NULL);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    ending = ending_signal();
    if (ending) break;
    pid_t foreground = tcgetpgrp(terminal);
    if (foreground < 0) ending = SIGHUP;
    if (foreground < 0 || foreground == getpgrp()) break;
    // The kernel does not stop an orphaned group; wait for the foreground without a spin.
    if (continuations == before) poll(NULL, 0, 200);
  }
  return ending;
}

// MARK: The guard of the terminal

static const int faults[] = {SIGILL, SIGSEGV, SIGBUS, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT};
enum { fault_count = sizeof faults / sizeof *faults, restore_limit = 1024 };
static const size_t fault_stack_size = 64 * 1024;

static struct {
  atomic_int armed;
  int prepared, installed, terminal;
  struct termios shell;
  unsigned char restore[restore_limit];
  size_t restore_count;
  struct sigaction before[fault_count];
  int kept_stderr, real_stderr;
} guard = {.terminal = -1, .kept_stderr = -1, .real_stderr = -1};

static void keep_stderr(void) {
  if (guard.kept_stderr >= 0 || !isatty(STDERR_FILENO)) return;
  int kept = cp_memory_file("stderr");
  int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (kept < 0 || real < 0 || dup2(kept, STDERR_FILENO) < 0) {
    if (kept >= 0) close(kept);
    if (real >= 0) close(real);
    return;
  }
  guard.real_stderr = real;
  guard.kept_stderr = kept;
}

static void release_stderr(void) {
  int kept = guard.kept_stderr, real = guard.real_stderr;
  if (kept < 0) return;
  guard.kept_stderr = guard.real_stderr = -1;
  dup2(real, STDERR_FILENO);
  char bytes[512];
  off_t offset = 0;
  for (ssize_t count; (count = pread(kept, bytes, sizeof bytes, offset)) > 0; offset += count) {
    write_all(STDERR_FILENO, bytes, (size_t)count);
  }
  close(kept);
  close(real);
}

// Runs in signal handlers and at exit; only the first of several threads gets in.
static void restore_terminal(void) {
  if (!atomic_exchange(&guard.armed, 0)) return;
  write_all(guard.terminal, guard.restore, guard.restore_count);
  // From the background this would stop the process, if SIGTTOU were not blocked.
  sigset_t output, before;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &output, &before);
  tcsetattr(guard.terminal, TCSANOW, &guard.shell);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  release_stderr();
}

static void on_fault(int number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  restore_terminal();
  for (int i = 0; i < fault_count; i++) {
    if (faults[i] == number) sigaction(number, &guard.before[i], NULL);
  }
  // A fault happens again when its instruction runs again; a signal that was sent does not.
  if (info->si_code <= 0) raise(number);
  errno = saved;
}

int cp_fault_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) < 0) return -1;
  if (!(current.ss_flags & SS_DISABLE) && current.ss_size >= fault_stack_size) return 0;
  void *memory = mmap(NULL, fault_stack_size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (memory == MAP_FAILED) return -1;
  stack_t stack = {.ss_sp = memory, .ss_size = fault_stack_size};
  return sigaltstack(&stack, NULL);
}

int cp_guard_prepare(int terminal, const uint8_t *restore, size_t count) {
  if (count > restore_limit) {
    errno = E2BIG;
    return -1;
  }
  if (tcgetattr(terminal, &guard.shell) < 0) return -1;
  guard.terminal = terminal;
  memcpy(guard.restore, restore, count);
  guard.restore_count = count;
  if (!guard.prepared) {
    guard.prepared = 1;
    atexit(restore_terminal);
  }
  if (!guard.installed) {
    if (cp_fault_stack() < 0) return -1;
    guard.installed = 1;
    struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigfillset(&action.sa_mask);
    // A mask that was inherited would keep out those that are sent, as by kill -QUIT.
    sigset_t ours;
    sigemptyset(&ours);
    for (int i = 0; i < fault_count; i++) {
      sigaction(faults[i], &action, &guard.before[i]);
      sigaddset(&ours, faults[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
  }
  return 0;
}

void cp_guard_arm(void) {
  keep_stderr();
  atomic_store(&guard.armed, 1);
}

void cp_guard_disarm(void) {
  atomic_store(&guard.armed, 0);
  release_stderr();
}

void cp_guard_remove(void) {
  if (!guard.installed) return;
  guard.installed = 0;
  for (int i = 0; i < fault_count; i++) sigaction(faults[i], &guard.before[i], NULL);
}

// MARK: Memory

void cp_trim_memory(void) { malloc_trim(0); }
