#include "cotejo_process.h"

#include <malloc.h>

void cotejo_share_one_heap(void) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
}
