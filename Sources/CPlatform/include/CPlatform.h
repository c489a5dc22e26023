#ifndef CONCORD_CPLATFORM_H
#define CONCORD_CPLATFORM_H

// What Swift cannot import from Glibc, and what must be C because it runs in signal handlers.

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

// MARK: Text

/// Columns of a scalar in the locale that setlocale chose; -1 for what it cannot show.
int cp_wcwidth(uint32_t scalar);

/// Takes the locale's characters, and only these, from the environment; returns whether it is UTF-8.
int cp_use_locale(void);

// MARK: Streams and descriptors

/// The standard streams, which Swift takes for unsafe globals.
FILE *cp_stdin(void);
FILE *cp_stdout(void);
FILE *cp_stderr(void);

/// A pipe whose ends neither block nor outlive exec; 0, or -1 with errno.
int cp_pipe(int ends[2]);

/// A file in memory that does not outlive exec; its descriptor, or -1 with errno.
int cp_memory_file(const char *name);

// MARK: Memory

/// Gives memory that was used and freed back to the system.
void cp_trim_memory(void);

// MARK: Time

/// A timer of the wall clock, for poll: it also counts while the machine sleeps. -1 with errno.
int cp_wall_timer(void);

/// Lets the timer fire at a second since 1970, and when the clock is set. 0, or -1 with errno.
int cp_wall_timer_set(int timer, int64_t second);

/// Takes note of a timer that has fired.
void cp_wall_timer_clear(int timer);

/// Chooses the zone that cp_zone_offset answers for, by its IANA name. Returns whether the system
/// knows it; if not, UTC is used. To be called before other threads start.
int cp_use_zone(const char *name);

/// Seconds east of Greenwich in the chosen zone at a second since 1970.
int cp_zone_offset(int64_t second);

/// The account's name, or "unknown"; at most `size` bytes with the final zero.
void cp_account_name(char *name, size_t size);

// MARK: Signals

/// Starts to gather SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP and SIGCONT in a pipe. Those of HUP,
/// INT and TSTP that were ignored stay ignored. Returns the end to poll, or -1 with errno.
int cp_signals_start(void);

/// Gives the signals back to whoever had them.
void cp_signals_stop(void);

/// The next signal in the pipe, or 0.
int cp_signals_next(void);

/// Stops the process group as ^Z does. Returns 0 once this process is in the foreground again, or
/// the signal (SIGTERM, SIGHUP, SIGINT) that is to end it.
int cp_stop_self(int terminal);

// MARK: The guard of the terminal

/// Remembers how the terminal is now, and the bytes that bring its screen back; at most 1024.
/// From then on faults, SIGQUIT and exit restore an armed terminal first. 0, or -1 with errno.
int cp_guard_prepare(int terminal, const uint8_t *restore, size_t count);

/// Says that the terminal is ours now; standard error is kept in memory from here on if it is a
/// terminal too.
void cp_guard_arm(void);

/// Says that the terminal is as before, and writes out what standard error has kept.
void cp_guard_disarm(void);

/// Gives faults back to whoever had them.
void cp_guard_remove(void);

/// Gives the calling thread a stack of its own for faults, so that its stack may overflow without
/// leaving the terminal in disorder; once per thread. 0, or -1 with errno.
int cp_fault_stack(void);

#endif
