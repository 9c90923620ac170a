#pragma once

// What Linux has beside POSIX, which the module of the C library leaves out.

#include <linux/magic.h>
#include <sys/statfs.h>

// Waits until all that was written to the file system of an open file is on the medium.
extern int syncfs(int file);

// Whether an open file is on a file system that a program carries out, which `syncfs` does not reach;
// -1 where that cannot be told.
static inline int cl_is_program(int file) {
  struct statfs found;
  if (fstatfs(file, &found) != 0) return -1;
  return found.f_type == FUSE_SUPER_MAGIC;
}
