#ifndef COTEJO_LINE_EDITOR_H
#define COTEJO_LINE_EDITOR_H
#include <histedit.h>
#endif
