#include "limits.h"

#include <fcntl.h>
#include <string.h>
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
