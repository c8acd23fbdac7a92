#define _GNU_SOURCE
#include "cotejo_line_editor.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* The modes of the terminal before the first editor touched them. One editor lives at a time. */
static struct termios original_modes;
static int original_terminal = -1;

EditLine *cotejo_editor_create(int input, int output, cotejo_character_reader reader, void *context) {
  if (!isatty(input) || !isatty(output) || tcgetattr(input, &original_modes) != 0) return NULL;
  FILE *nowhere = fopen("/dev/null", "w");
  if (nowhere == NULL) return NULL;
  EditLine *editor = el_init_fd("cotejo", nowhere, nowhere, nowhere, input, output, output);
  if (editor == NULL) {
    fclose(nowhere);
    return NULL;
  }
  original_terminal = input;
  el_wset(editor, EL_CLIENTDATA, context);
  el_wset(editor, EL_EDITOR, L"emacs");
  el_wset(editor, EL_SIGNAL, 0);
  el_wset(editor, EL_GETCFN, reader);
  return editor;
}

void cotejo_editor_destroy(EditLine *editor) {
  FILE *nowhere = NULL;
  el_wget(editor, EL_GETFP, 1, &nowhere);
  el_end(editor);
  if (nowhere != NULL) fclose(nowhere);
  if (original_terminal >= 0) tcsetattr(original_terminal, TCSADRAIN, &original_modes);
  original_terminal = -1;
}

void *cotejo_editor_context(EditLine *editor) {
  void *context = NULL;
  el_wget(editor, EL_CLIENTDATA, &context);
  return context;
}

/* libedit keeps the pointers to names, not copies. */
static const wchar_t *const command_names[COTEJO_KEY_KINDS] = {L"cotejo-single", L"cotejo-meta", L"cotejo-prefixed",
                                                               L"cotejo-sequence"};

bool cotejo_editor_add_command(EditLine *editor, int kind, cotejo_editor_command command) {
  return kind >= 0 && kind < COTEJO_KEY_KINDS && el_wset(editor, EL_ADDFN, command_names[kind], L"", command) == 0;
}

bool cotejo_editor_bind(EditLine *editor, const wchar_t *keys, int kind) {
  return kind >= 0 && kind < COTEJO_KEY_KINDS && el_wset(editor, EL_BIND, keys, command_names[kind], NULL) == 0;
}

void cotejo_editor_prepare_terminal(EditLine *editor, bool editing) {
  el_wset(editor, EL_PREP_TERM, editing ? 1 : 0);
  /* libedit's own setting of these flags (EL_SETTY) only counts when the user has changed others. */
  struct termios modes;
  if (tcgetattr(original_terminal, &modes) != 0) return;
  /* Ctrl-S must never freeze the terminal, neither while editing nor while a result is printed. */
  modes.c_iflag &= ~(tcflag_t)IXON;
  /* A pasted CR LF is one line end, and so neither half may be turned into the other. */
  if (editing) modes.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR);
  while (tcsetattr(original_terminal, TCSADRAIN, &modes) != 0 && errno == EINTR) {
  }
}

bool cotejo_use_utf8_locale(void) {
  if (setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

int cotejo_character_width(uint32_t character) { return wcwidth((wchar_t)character); }
