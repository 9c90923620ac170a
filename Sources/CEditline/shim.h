#pragma once

// libedit for Swift. Its variadic calls, C's global `FILE *` variables and a few
// declarations that glibc hides behind feature macros are not importable, so each
// (operation, argument type) in use has one wrapper here. No state: a static
// variable in a header would be copied into every module that imports it.

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <wchar.h>

// Hidden by glibc unless _XOPEN_SOURCE or _GNU_SOURCE is defined.
extern int wcwidth(wchar_t);
extern int ppoll(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);

typedef wchar_t *(*ce_prompt_function)(EditLine *);
typedef unsigned char (*ce_command_function)(EditLine *, int);

static inline FILE *ce_stdin(void) { return stdin; }
static inline FILE *ce_stdout(void) { return stdout; }
static inline FILE *ce_stderr(void) { return stderr; }

static inline int ce_ppoll(struct pollfd *descriptors, nfds_t count,
                           const struct timespec *timeout, const sigset_t *mask) {
  return ppoll(descriptors, count, timeout, mask);
}

/// Columns of `character` in the encoding of `locale`; -1 when it is not printable.
static inline int ce_width(wchar_t character, locale_t locale) {
  locale_t before = uselocale(locale);
  int width = wcwidth(character);
  uselocale(before);
  return width;
}

static inline int ce_locale_is_utf8(void) {
  const char *codeset = nl_langinfo(CODESET);
  return codeset && codeset[0] == 'U' && codeset[1] == 'T' && codeset[2] == 'F';
}

static inline int ce_set_client_data(EditLine *el, void *data) {
  return el_set(el, EL_CLIENTDATA, data);
}
static inline void *ce_client_data(EditLine *el) {
  void *data = NULL;
  return el_get(el, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

static inline int ce_set_prompt(EditLine *el, ce_prompt_function prompt, wchar_t marker) {
  return el_wset(el, EL_PROMPT_ESC, prompt, marker);
}
static inline int ce_set_right_prompt(EditLine *el, ce_prompt_function prompt, wchar_t marker) {
  return el_wset(el, EL_RPROMPT_ESC, prompt, marker);
}
static inline int ce_set_reader(EditLine *el, el_rfunc_t reader) {
  return el_wset(el, EL_GETCFN, reader);
}
static inline int ce_set_history(EditLine *el, History *list) {
  return el_set(el, EL_HIST, history, list);
}
static inline int ce_set_editor(EditLine *el, const char *name) {
  return el_set(el, EL_EDITOR, name);
}
static inline int ce_set_signal_handling(EditLine *el, int on) {
  return el_set(el, EL_SIGNAL, on);
}
static inline int ce_set_output_file(EditLine *el, FILE *file) {
  return el_set(el, EL_SETFP, 1, file);
}
static inline int ce_set_error_file(EditLine *el, FILE *file) {
  return el_set(el, EL_SETFP, 2, file);
}
/// `setty -d MODE`: the mode that holds while a line is edited.
static inline int ce_set_editing_mode(EditLine *el, const char *mode) {
  return el_set(el, EL_SETTY, "-d", mode, NULL);
}
static inline int ce_add_command(EditLine *el, const char *name, const char *help,
                                 ce_command_function command) {
  return el_set(el, EL_ADDFN, name, help, command);
}
static inline int ce_bind(EditLine *el, const char *key, const char *command) {
  return el_set(el, EL_BIND, key, command, NULL);
}
/// Binds in the alternative map, which vi's command mode uses.
static inline int ce_bind_alternative(EditLine *el, const char *key, const char *command) {
  return el_set(el, EL_BIND, "-a", key, command, NULL);
}
/// Whether the sequence `key`, as `bind` spells it, runs a command; libedit tells only by printing it.
static inline int ce_is_bound(EditLine *el, const char *key) {
  char *text = NULL;
  size_t length = 0;
  FILE *answer = open_memstream(&text, &length);
  if (!answer) return 0;
  ce_set_output_file(el, answer);
  ce_set_error_file(el, answer);
  el_set(el, EL_BIND, key, NULL);
  ce_set_output_file(el, stdout);
  ce_set_error_file(el, stderr);
  fclose(answer);
  int bound = length > 0 && text[0] == '"';  // else it is a complaint
  free(text);
  return bound;
}
static inline int ce_prepare_terminal(EditLine *el, int raw) {
  return el_set(el, EL_PREP_TERM, raw);
}
static inline int ce_refresh(EditLine *el) { return el_set(el, EL_REFRESH); }

static inline int ce_set_edit_mode(EditLine *el, int on) { return el_set(el, EL_EDITMODE, on); }
static inline int ce_terminal_number(EditLine *el, const char *capability) {
  int value = 0;
  return el_get(el, EL_GETTC, capability, &value) == 0 ? value : 0;
}

/// NULL when the terminal does not have it.
static inline const char *ce_terminal_string(EditLine *el, const char *capability) {
  const char *value = NULL;
  return el_get(el, EL_GETTC, capability, &value) == 0 ? value : NULL;
}

static inline int ce_history_set_size(History *list, int size) {
  HistEvent event;
  return history(list, &event, H_SETSIZE, size);
}
static inline int ce_history_enter(History *list, const char *line) {
  HistEvent event;
  return history(list, &event, H_ENTER, line);
}
static inline int ce_history_clear(History *list) {
  HistEvent event;
  return history(list, &event, H_CLEAR);
}
