#ifndef COTEJO_SCANNING_H
#define COTEJO_SCANNING_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Which of the 64 bytes from a place on are equal to `wanted`: bit 0 for the first.
static inline uint64_t cotejo_equal_bytes(const void *_Nonnull bytes, uint8_t wanted) {
#if defined(__SSE2__)
  const __m128i *part = (const __m128i *)bytes;
  const __m128i pattern = _mm_set1_epi8((char)wanted);
  uint64_t first = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(part), pattern));
  uint64_t second = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(part + 1), pattern));
  uint64_t third = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(part + 2), pattern));
  uint64_t fourth = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(part + 3), pattern));
  return first | second << 16 | third << 32 | fourth << 48;
#else
  // Eight bytes at a time: a byte of `different` is zero where they are equal; its upper bit then is gathered by a multiplication.
  uint64_t found = 0;
  for (unsigned part = 0; part < 8; part += 1) {
    uint64_t different;
    memcpy(&different, (const char *)bytes + 8 * part, 8);
    different ^= UINT64_C(0x0101010101010101) * wanted;
    uint64_t equal = ~(((different & UINT64_C(0x7F7F7F7F7F7F7F7F)) + UINT64_C(0x7F7F7F7F7F7F7F7F)) | different) & UINT64_C(0x8080808080808080);
    found |= ((equal >> 7) * UINT64_C(0x0102040810204080) >> 56) << (8 * part);
  }
  return found;
#endif
}

#endif
