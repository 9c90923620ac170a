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
/* Copies the bytes; `target` has room for them. */
void limits_copy(uint8_t *target, const uint8_t *bytes, size_t count);
/* Opens and reads a file into `buffer`, which has room for `count` bytes; how many line feeds it has. */
size_t limits_read(const char *path, uint8_t *buffer, size_t count);
