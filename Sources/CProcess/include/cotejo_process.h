#ifndef COTEJO_PROCESS_H
#define COTEJO_PROCESS_H
/// Makes all threads share one heap that grows in large steps and is not given back before the process ends. Called once, at the start.
void cotejo_share_one_heap(void);
#endif
