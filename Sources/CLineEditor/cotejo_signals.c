#define _GNU_SOURCE
#include "cotejo_line_editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Handlers only set lock-free atomics and write one byte to a pipe: all that POSIX allows them. */
static atomic_bool interrupted;
static atomic_uint events;
static int wake_pipe[2] = {-1, -1};

static struct termios modes_before_reading;
static int reading_terminal = -1;

static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGQUIT};
enum { WATCHED = sizeof watched / sizeof watched[0] };
static struct sigaction before_reading[WATCHED];

static void wake(void) {
  int saved = errno;
  if (wake_pipe[1] >= 0) {
    /* A full pipe wakes its reader as well as one more byte would. */
    ssize_t written = write(wake_pipe[1], "", 1);
    (void)written;
  }
  errno = saved;
}

static void handle_interrupt(int number) {
  (void)number;
  atomic_store(&interrupted, true);
  wake();
}

static void handle_event(int number) {
  switch (number) {
    case SIGWINCH: atomic_fetch_or(&events, COTEJO_EVENT_RESIZED); break;
    case SIGTSTP: atomic_fetch_or(&events, COTEJO_EVENT_STOP_WANTED); break;
    default: atomic_fetch_or(&events, COTEJO_EVENT_CONTINUED); break;
  }
  wake();
}

static void handle_end(int number) {
  if (reading_terminal >= 0) {
    ssize_t written = write(reading_terminal, "\033[?2004l", 8);
    (void)written;
    tcsetattr(reading_terminal, TCSANOW, &modes_before_reading);
  }
  signal(number, SIG_DFL);
  raise(number);
}

static void install(int number, void (*handler)(int), struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  /* No SA_RESTART: a blocked read or wait must return. */
  action.sa_flags = 0;
  sigaction(number, &action, before);
}

void cotejo_interrupt_install(void) {
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) wake_pipe[0] = wake_pipe[1] = -1;
  install(SIGINT, handle_interrupt, NULL);
}

bool cotejo_interrupt_is_set(void) { return atomic_load_explicit(&interrupted, memory_order_relaxed); }

void cotejo_interrupt_clear(void) { atomic_store(&interrupted, false); }

void cotejo_ignore_broken_pipes(void) { install(SIGPIPE, SIG_IGN, NULL); }

void cotejo_signals_begin_reading(int terminal) {
  reading_terminal = tcgetattr(terminal, &modes_before_reading) == 0 ? terminal : -1;
  atomic_store(&events, 0);
  for (int i = 0; i < WATCHED; i++) {
    void (*handler)(int) = handle_event;
    if (watched[i] == SIGTERM || watched[i] == SIGHUP) handler = handle_end;
    if (watched[i] == SIGQUIT) handler = SIG_IGN;
    install(watched[i], handler, &before_reading[i]);
    /* What a parent chose to ignore (nohup) stays ignored. */
    if (before_reading[i].sa_handler == SIG_IGN) sigaction(watched[i], &before_reading[i], NULL);
  }
}

void cotejo_signals_end_reading(void) {
  for (int i = 0; i < WATCHED; i++) sigaction(watched[i], &before_reading[i], NULL);
  reading_terminal = -1;
}

int cotejo_signals_wake_descriptor(void) { return wake_pipe[0]; }

unsigned cotejo_signals_take_events(void) {
  char sink[64];
  while (wake_pipe[0] >= 0 && read(wake_pipe[0], sink, sizeof sink) > 0) {
  }
  return atomic_exchange(&events, 0);
}

void cotejo_signals_stop_process(void) {
  struct sigaction before;
  install(SIGTSTP, SIG_DFL, &before);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
}
