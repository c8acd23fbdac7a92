#include "cotejo_line_editor.h"
