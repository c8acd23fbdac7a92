#ifndef COTEJO_PROCESS_H
#define COTEJO_PROCESS_H
/// Makes all threads share one heap that grows in large steps and is not given back before the process ends. Called once, at the start.
void cotejo_share_one_heap(void);
/// Opens /dev/null in the place of a standard descriptor that was closed (`<&-`), so that no other file takes its number.
void cotejo_open_standard_descriptors(void);
#endif
