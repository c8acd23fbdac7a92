// Looks at 64 bytes at once and says with one bit for each which of them are equal to a byte: what Swift's vectors can compare, but not
// gather into a number. All else is done in Swift.

#include "cotejo_scanning.h"
