#ifndef COTEJO_LIBRARY_H
#define COTEJO_LIBRARY_H
#include <stddef.h>
/// One file of Library/, as it stands in the binary.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} cotejo_library_file;
/// All files, in the order of their paths, and how many they are.
extern const cotejo_library_file cotejo_library_files[];
extern const size_t cotejo_library_file_count;
#endif
