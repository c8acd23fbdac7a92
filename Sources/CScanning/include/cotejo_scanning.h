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

/// How many of 4,096 bytes are line feeds, or a number above 4,096 if any of them is `unwanted`.
static inline uint32_t cotejo_count_line_feeds(const void *_Nonnull bytes, uint8_t unwanted) {
#if defined(__SSE2__)
  const __m128i *part = (const __m128i *)bytes;
  const __m128i feed = _mm_set1_epi8('\n');
  const __m128i other = _mm_set1_epi8((char)unwanted);
  const __m128i zero = _mm_setzero_si128();
  __m128i found = zero;
  __m128i total = zero;
  for (unsigned outer = 0; outer < 2; outer += 1) {
    // At most 128 to each byte of `counts`.
    __m128i counts = zero;
    for (unsigned inner = 0; inner < 128; inner += 1) {
      const __m128i piece = _mm_loadu_si128(part);
      part += 1;
      counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(piece, feed));
      found = _mm_or_si128(found, _mm_cmpeq_epi8(piece, other));
    }
    total = _mm_add_epi64(total, _mm_sad_epu8(counts, zero));
  }
  if (_mm_movemask_epi8(found) != 0) return UINT32_MAX;
  return (uint32_t)_mm_cvtsi128_si32(total) + (uint32_t)_mm_cvtsi128_si32(_mm_srli_si128(total, 8));
#else
  const uint8_t *byte = (const uint8_t *)bytes;
  uint32_t count = 0;
  for (unsigned index = 0; index < 4096; index += 1) {
    if (byte[index] == unwanted) return UINT32_MAX;
    count += byte[index] == '\n';
  }
  return count;
#endif
}

#endif
