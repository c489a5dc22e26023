#ifndef CONCORD_CNCURSES_SHIM_H
#define CONCORD_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdint.h>
#include <term.h>

// Globals and macros of curses that Swift cannot import.

static inline WINDOW *cp_curses_screen(void) { return stdscr; }
static inline int cp_curses_colours(void) { return COLORS; }
static inline int cp_curses_pairs(void) { return COLOR_PAIRS; }
static inline attr_t cp_curses_bold(void) { return A_BOLD; }
static inline attr_t cp_curses_underline(void) { return A_UNDERLINE; }
static inline attr_t cp_curses_reverse(void) { return A_REVERSE; }

/// Makes a cell of a spacing scalar and up to four combining ones, in an extended colour pair.
static inline void cp_curses_cell(cchar_t *cell, uint32_t base, const uint32_t *marks, int count,
                                  attr_t attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {(wchar_t)base};
  for (int i = 0; i < count && i + 1 < CCHARW_MAX; i++) text[i + 1] = (wchar_t)marks[i];
  setcchar(cell, text, attributes, 0, &pair);
}

#endif
