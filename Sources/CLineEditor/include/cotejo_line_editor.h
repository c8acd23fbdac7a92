#ifndef COTEJO_LINE_EDITOR_H
#define COTEJO_LINE_EDITOR_H

/* What Swift cannot reach by itself: the variadic half of libedit's interface, signal handlers (which must be written in C
   to be safe) and the locale. Everything else of histedit.h is called from Swift directly. */

#include <histedit.h>
#include <stdbool.h>
#include <stdint.h>

/* ---- The editor ---- */

/* Reads one character for libedit: 1 and the character, 0 at the end of input, -1 when interrupted. */
typedef int (*cotejo_character_reader)(EditLine *, wchar_t *);

/* A command bound to a key; returns one of libedit's CC_ codes. */
typedef unsigned char (*cotejo_editor_command)(EditLine *, wint_t);

/* An editor on a terminal, in emacs mode, that leaves signals alone and draws nothing: whatever libedit would draw goes to
   /dev/null, since the caller paints the screen. NULL without memory, or when a descriptor is no terminal. */
EditLine *cotejo_editor_create(int input, int output, cotejo_character_reader reader, void *context);

/* Frees the editor and gives the terminal back as it was before. */
void cotejo_editor_destroy(EditLine *editor);

/* The pointer that was given to cotejo_editor_create. */
void *cotejo_editor_context(EditLine *editor);

/* The ways in which keys are told apart; each can have a command. */
enum { COTEJO_KEY_SINGLE, COTEJO_KEY_META, COTEJO_KEY_PREFIXED, COTEJO_KEY_SEQUENCE, COTEJO_KEY_KINDS };

/* Sets the command for a kind of keys; false when libedit refuses. */
bool cotejo_editor_add_command(EditLine *editor, int kind, cotejo_editor_command command);

/* Binds keys, in libedit's notation ("^A", "\e["), to the command for a kind; false when there is none. */
bool cotejo_editor_bind(EditLine *editor, const wchar_t *keys, int kind);

/* Puts the terminal into the editing mode or back into its ordinary one. */
void cotejo_editor_prepare_terminal(EditLine *editor, bool editing);

/* ---- The locale ---- */

/* Makes sure that characters are UTF-8, whatever the environment says; false when no such locale exists. */
bool cotejo_use_utf8_locale(void);

/* The columns that a character takes on the screen: 0, 1 or 2; -1 when it cannot be printed. */
int cotejo_character_width(uint32_t character);

/* ---- Other programs ---- */

/* Runs a command of the shell, with one argument as $1, and waits for it; whether it ended with success. */
bool cotejo_run_shell_command(const char *command, const char *argument);

/* ---- Signals ---- */

/* What has happened since it was last asked. */
enum {
  COTEJO_EVENT_RESIZED = 1,
  COTEJO_EVENT_STOP_WANTED = 2,
  COTEJO_EVENT_CONTINUED = 4,
};

/* From now on SIGINT sets a flag and wakes a reader, instead of ending the process. */
void cotejo_interrupt_install(void);
bool cotejo_interrupt_is_set(void);
void cotejo_interrupt_clear(void);

/* Writing to a closed pipe gives EPIPE instead of ending the process. */
void cotejo_ignore_broken_pipes(void);

/* While an entry is being read: notices resizing, stopping and continuing, ignores SIGQUIT, and gives the terminal back when
   SIGTERM or SIGHUP ends the process. */
void cotejo_signals_begin_reading(int terminal);
void cotejo_signals_end_reading(void);

/* A descriptor that becomes readable when one of the signals above arrives; -1 before cotejo_interrupt_install. */
int cotejo_signals_wake_descriptor(void);

/* The events since the last call; empties the wake descriptor. */
unsigned cotejo_signals_take_events(void);

/* Stops the process as Ctrl-Z does, and returns when it is continued. */
void cotejo_signals_stop_process(void);

#endif
