#include "cotejo_library.h"
const cotejo_library_file cotejo_library_files[] = {{"", (const unsigned char *)"", 0}};
const size_t cotejo_library_file_count = 0;
