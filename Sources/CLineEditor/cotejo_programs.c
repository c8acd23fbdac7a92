#define _GNU_SOURCE
#include "cotejo_line_editor.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

bool cotejo_run_shell_command(const char *command, const char *argument) {
  posix_spawnattr_t attributes;
  if (posix_spawnattr_init(&attributes) != 0) return false;
  /* Signals that are ignored here would be ignored by the other program, too. */
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  sigaddset(&defaults, SIGQUIT);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  char *arguments[] = {"sh", "-c", (char *)command, "sh", (char *)argument, NULL};
  pid_t process;
  int failure = posix_spawn(&process, "/bin/sh", NULL, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  if (failure != 0) return false;
  int status = -1;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return status == 0;
}
