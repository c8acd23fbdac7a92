#ifndef COTEJO_LIBRARY_H
#define COTEJO_LIBRARY_H

#include <stddef.h>

/// One file of Library/, as it stands in the binary for as long as the program runs.
typedef struct {
  /// The path below Library/, such as `prelude/units.cotejo`: ASCII, ended by a zero.
  const char *_Nonnull path;
  /// The file's bytes, and a zero after them.
  const unsigned char *_Nonnull bytes;
  /// How many bytes the file has; the zero after them isn't counted.
  size_t count;
} cotejo_library_file;

/// All files, in the order of their paths' bytes, and how many they are.
extern const cotejo_library_file cotejo_library_files[];
extern const size_t cotejo_library_file_count;

/// The file at a place in that order, or NULL past the last. Swift cannot see an array whose length the header doesn't say.
static inline const cotejo_library_file *_Nullable cotejo_library_file_at(size_t index) {
  return index < cotejo_library_file_count ? &cotejo_library_files[index] : NULL;
}

#endif
