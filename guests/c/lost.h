// What the programs lost-callback and lost-stackful have in common: all but the waiting.
#pragma once

#include "canonical.h"
#include "webgpu.h"

// What a program holds while it waits, and drops at its end. 0 where it has none.
struct lost_handles {
  handle gpu;
  handle adapter;
  handle device;
  handle readback;
  handle lost;
};

// These return what went wrong, or no bytes.

// Has the GPU count the Collatz steps of 1, 2, 3 and 4 into a new buffer, `readback`.
struct string submit_collatz(struct lost_handles *handles);

// Reads the buffer, which is mapped, and prints "Steps: [0, 1, 7, 2]".
struct string print_steps(handle readback);

// Begins to read the uncaptured errors, cancels that, and prints how it ended.
struct string cancel_error_read(handle device);

// Prints why the device was lost, and drops the information.
void print_reason(handle info);

void drop_handles(const struct lost_handles *handles);

// Returns from `run`: the task is done, though its code may go on.
void return_from_run(struct string error);
