#pragma once

// PCRE2 for Swift, on UTF-8: its functions are importable under the names that end in `_8`, and what
// it calls back for is counted here.

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>

// The account of a search.
typedef struct {
  // How many steps are left.
  int64_t steps;
  // How many steps it takes to begin a match.
  int64_t steps_of_start;
  // The byte that was reached, and that at which the match began that is being tried.
  size_t place;
  size_t start;
} cp_account;

// Counts a part of an expression that is about to be tried, and every eight bytes that the one before
// it went ahead; ends the search that has no steps left.
static inline int cp_count(pcre2_callout_block *block, void *data) {
  cp_account *account = (cp_account *)data;
  size_t place = block->current_position;
  account->steps -= 1;
  if (place > account->place) account->steps -= (int64_t)((place - account->place) >> 3);
  if (block->start_match != account->start) account->steps -= account->steps_of_start;
  account->place = place;
  account->start = block->start_match;
  return account->steps < 0 ? PCRE2_ERROR_CALLOUT : 0;
}

// Lets PCRE2 call back for each part of an expression that was compiled with PCRE2_AUTO_CALLOUT.
static inline void cp_keep_account(pcre2_match_context *settings, cp_account *account) {
  pcre2_set_callout(settings, cp_count, account);
}
