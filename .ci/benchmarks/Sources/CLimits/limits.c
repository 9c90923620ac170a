#define _GNU_SOURCE
#include "limits.h"

#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double limits_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

size_t limits_lines(const uint8_t *bytes, size_t count) {
  size_t lines = 0;
  for (size_t i = 0; i < count; i++) lines += bytes[i] == '\n';
  return lines;
}

size_t limits_scalars(const uint8_t *bytes, size_t count) {
  size_t scalars = 0;
  for (size_t i = 0; i < count; i++) scalars += (int8_t)bytes[i] >= -64;
  return scalars;
}

size_t limits_fields(const uint8_t *bytes, size_t count) {
  size_t sum = 0;
  const uint8_t *end = bytes + count;
  while (bytes < end) {
    const uint8_t *line = memchr(bytes, '\n', (size_t)(end - bytes));
    if (!line) line = end;
    if (*bytes == 'T') {
      const uint8_t *place = memchr(bytes, '\t', (size_t)(line - bytes));
      if (place) place = memchr(place, ' ', (size_t)(line - place));
      if (place) {
        size_t number = 0;
        for (place++; place < line && *place != '\t'; place++) {
          if (*place >= '0' && *place <= '9') {
            number = number * 10 + (size_t)(*place - '0');
          } else {
            sum += number;
            number = 0;
          }
        }
        sum += number;
      }
    }
    bytes = line + 1;
  }
  return sum;
}

size_t limits_memmem(const uint8_t *bytes, size_t count, const uint8_t *needle, size_t length) {
  size_t found = 0;
  const uint8_t *end = bytes + count;
  while ((bytes = memmem(bytes, (size_t)(end - bytes), needle, length)) != NULL) {
    found += 1;
    bytes += length;
  }
  return found;
}

void limits_copy(uint8_t *target, const uint8_t *bytes, size_t count) {
  memcpy(target, bytes, count);
}

size_t limits_read(const char *path, uint8_t *buffer, size_t count) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  size_t filled = 0;
  for (;;) {
    ssize_t more = read(file, buffer + filled, count - filled);
    if (more <= 0) break;
    filled += (size_t)more;
  }
  close(file);
  return limits_lines(buffer, filled);
}

size_t limits_read_all(const char *folder, uint8_t *buffer, size_t count, size_t *files) {
  DIR *stream = opendir(folder);
  if (!stream) return 0;
  size_t lines = 0;
  for (struct dirent *entry; (entry = readdir(stream));) {
    char path[4096];
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    if (entry->d_type == DT_DIR) {
      lines += limits_read_all(path, buffer, count, files);
    } else {
      lines += limits_read(path, buffer, count);
      *files += 1;
    }
  }
  closedir(stream);
  return lines;
}

static double spent_by_children(void) {
  struct rusage usage;
  getrusage(RUSAGE_CHILDREN, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

double limits_run(const char *program, const char *word, const char *other, int *status) {
  char *words[] = {(char *)program, (char *)word, (char *)other, NULL};
  char *environment[] = {NULL};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  double before = spent_by_children();
  pid_t process;
  *status = -1;
  if (posix_spawn(&process, program, &actions, NULL, words, environment) == 0) {
    waitpid(process, status, 0);
  }
  posix_spawn_file_actions_destroy(&actions);
  return spent_by_children() - before;
}
