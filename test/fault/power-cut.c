/* Power-loss model: at every fsync and fdatasync a copy of that file under POWER_CUT_FOLDER is kept as it was (<file>.synced). A cut is
 * SIGKILL and the copies put back: everything written after a file's last sync is gone. Knows nothing of SQLite.
 * cc -shared -fPIC -O2 -o power-cut.so power-cut.c -ldl -lpthread */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME = PATH_MAX + 32 };

static pthread_mutex_t keeping = PTHREAD_MUTEX_INITIALIZER;

static int copy(const char *from, const char *to) {
  int in = open(from, O_RDONLY | O_CLOEXEC);
  int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  struct stat about;
  int is_whole = in >= 0 && out >= 0 && fstat(in, &about) == 0;
  off_t left = is_whole ? about.st_size : 0;
  while (left > 0) {
    ssize_t sent = sendfile(out, in, NULL, (size_t)left);
    if (sent <= 0) break;
    left -= sent;
  }
  if (in >= 0) close(in);
  if (out >= 0) close(out);
  return is_whole && left == 0;
}

static void keep(int fd) {
  const char *folder = getenv("POWER_CUT_FOLDER");
  char link[64], path[PATH_MAX], partial[NAME], synced[NAME];
  struct stat about;
  if (folder == NULL || fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = '\0';
  if (strncmp(path, folder, strlen(folder)) != 0) return;
  snprintf(partial, sizeof partial, "%s.partial", path);
  snprintf(synced, sizeof synced, "%s.synced", path);
  pthread_mutex_lock(&keeping);
  /* A copy that can't be made would look like a lost write: better no test than a wrong one. */
  if (!copy(path, partial) || rename(partial, synced) != 0) _exit(99);
  pthread_mutex_unlock(&keeping);
}

static int sync_and_keep(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = real(fd);
  if (result == 0) keep(fd);
  return result;
}

int fsync(int fd) { return sync_and_keep("fsync", fd); }
int fdatasync(int fd) { return sync_and_keep("fdatasync", fd); }
