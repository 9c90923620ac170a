/* What no reader or writer of standoff files can be faster than, and the clock that all is measured
   by: the processor time of the process. */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* Processor seconds of this process, of all its threads, in and outside of the system. */
double limits_clock(void);
/* How many line feeds there are. */
size_t limits_lines(const uint8_t *bytes, size_t count);
/* How many code points there are. */
size_t limits_scalars(const uint8_t *bytes, size_t count);
/* FIELDS: finds the end of every line, reads the numbers of every T line and keeps nothing but their
   sum. */
size_t limits_fields(const uint8_t *bytes, size_t count);
/* How often some bytes stand in others, without overlap. */
size_t limits_memmem(const uint8_t *bytes, size_t count, const uint8_t *needle, size_t length);
/* Copies the bytes; `target` has room for them. */
void limits_copy(uint8_t *target, const uint8_t *bytes, size_t count);
/* Opens and reads a file into `buffer`, which has room for `count` bytes; how many line feeds it has. */
size_t limits_read(const char *path, uint8_t *buffer, size_t count);
/* Opens and reads every file in a folder and the folders in it, one after the other into `buffer`; how
   many line feeds they have, and how many `files` there are. */
size_t limits_read_all(const char *folder, uint8_t *buffer, size_t count, size_t *files);
/* Runs a program with two words and its output thrown away; the processor seconds of all its threads, in
   and outside of the system, and its status as wait gives it. */
double limits_run(const char *program, const char *word, const char *other, int *status);
