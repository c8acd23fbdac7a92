#include "cotejo_process.h"

#include <fcntl.h>
#include <malloc.h>

void cotejo_share_one_heap(void) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  // Columns of a chunk of a table are used again while they are warm; given back to the system each time, they cost twice as much.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
}

void cotejo_open_standard_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) == -1) open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY);
  }
}
