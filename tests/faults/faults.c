// Preloaded into the program: the Nth call that changes something on the disk dies, fails, or finds
// the disk full. FAULT=count: says how many there were (to FAULT_COUNT); kill:N, fail:N, full:N.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum { kNone, kCount, kKill, kFail, kFull } mode;
static long chosen;
static long calls;

__attribute__((constructor)) static void begin(void) {
  const char* const fault = getenv("FAULT");
  if (fault == NULL) return;
  const char* const colon = strchr(fault, ':');
  chosen = colon != NULL ? atol(colon + 1) : 0;
  mode = strncmp(fault, "kill", 4) == 0   ? kKill
         : strncmp(fault, "fail", 4) == 0 ? kFail
         : strncmp(fault, "full", 4) == 0 ? kFull
                                          : kCount;
}

__attribute__((destructor)) static void end(void) {
  const char* const place = getenv("FAULT_COUNT");
  if (mode != kCount || place == NULL) return;
  mode = kNone;
  FILE* const file = fopen(place, "w");
  if (file != NULL) {
    fprintf(file, "%ld", calls);
    fclose(file);
  }
}

// 1: the call is to fail, and errno says how. `takes_space`: a full disk refuses it.
static int is_struck(int takes_space) {
  if (mode == kNone) return 0;
  ++calls;
  if (mode == kKill && calls == chosen) raise(SIGKILL);
  if (mode == kFail && calls == chosen) {
    errno = EIO;
    return 1;
  }
  if (mode == kFull && calls >= chosen && takes_space) {
    errno = ENOSPC;
    return 1;
  }
  return 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int opens_to_write(int flags) { return (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0; }

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t const bits = va_arg(rest, mode_t);
  va_end(rest);
  if (opens_to_write(flags) && is_struck((flags & O_CREAT) != 0)) return -1;
  return REAL(open)(path, flags, bits);
}
int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t const bits = va_arg(rest, mode_t);
  va_end(rest);
  if (opens_to_write(flags) && is_struck((flags & O_CREAT) != 0)) return -1;
  return REAL(open64)(path, flags, bits);
}
ssize_t write(int descriptor, const void* bytes, size_t count) {
  if (descriptor > 2) {
    // A death in the middle of it leaves the first half.
    if (mode == kKill && calls + 1 == chosen) REAL(write)(descriptor, bytes, count / 2);
    if (is_struck(1)) return -1;
  }
  return REAL(write)(descriptor, bytes, count);
}
int mkstemp(char* path) { return is_struck(1) ? -1 : REAL(mkstemp)(path); }
int mkstemp64(char* path) { return is_struck(1) ? -1 : REAL(mkstemp64)(path); }
char* mkdtemp(char* path) { return is_struck(1) ? NULL : REAL(mkdtemp)(path); }
int mkdir(const char* path, mode_t bits) { return is_struck(1) ? -1 : REAL(mkdir)(path, bits); }
int fsync(int descriptor) { return is_struck(1) ? -1 : REAL(fsync)(descriptor); }
int rename(const char* from, const char* to) { return is_struck(0) ? -1 : REAL(rename)(from, to); }
int unlink(const char* path) { return is_struck(0) ? -1 : REAL(unlink)(path); }
int rmdir(const char* path) { return is_struck(0) ? -1 : REAL(rmdir)(path); }
int chmod(const char* path, mode_t bits) { return is_struck(0) ? -1 : REAL(chmod)(path, bits); }
int fchmod(int descriptor, mode_t bits) { return is_struck(0) ? -1 : REAL(fchmod)(descriptor, bits); }
