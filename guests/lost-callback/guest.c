// Computes on a GPU, destroys the device, and says why it was lost: against the raw canonical ABI,
// and without ever blocking. Where it must wait it returns to its host, which calls back.
#include "lost.h"

// The program's whole state, since nothing stays on the stack while it waits. One run at a time.
static struct {
  struct lost_handles handles;
  handle set;
  // What goes on once the call or the read is done that is waited for.
  uint32_t (*continuation)(void);
  // Where the call reads its arguments, perhaps only later, and puts its result.
  union {
    struct request_adapter_arguments adapter;
    struct request_device_arguments device;
    struct map_arguments map;
  } arguments;
  union {
    struct option_adapter adapter;
    struct result_device device;
    struct result_none mapped;
    handle info;
  } result;
} program;

static uint32_t finish(struct string error) {
  drop_handles(&program.handles);
  waitable_set_drop(program.set);
  return_from_run(error);
  return CALLBACK_EXIT;
}

static uint32_t wait(void) { return CALLBACK_WAIT | program.set << 4; }

static uint32_t after(handle waitable, uint32_t (*continuation)(void)) {
  waitable_join(waitable, program.set);
  program.continuation = continuation;
  return wait();
}

static uint32_t after_call(uint32_t status, uint32_t (*continuation)(void)) {
  return subtask_state(status) == SUBTASK_RETURNED ? continuation()
                                                   : after(subtask(status), continuation);
}

static uint32_t with_lost_info(void) {
  print_reason(program.result.info);
  return finish((struct string){});
}

static uint32_t with_mapped_buffer(void) {
  if (program.result.mapped.failed) {
    return finish(program.result.mapped.failure.message);
  }
  struct string error = print_steps(program.handles.readback);
  if (!error.bytes) {
    error = cancel_error_read(program.handles.device);
  }
  if (error.bytes) {
    return finish(error);
  }
  handle lost = program.handles.lost = gpu_device_lost(program.handles.device);
  gpu_device_destroy(program.handles.device);
  uint32_t code = lost_read(lost, &program.result.info);
  return code == BLOCKED ? after(lost, with_lost_info) : with_lost_info();
}

static uint32_t with_device(void) {
  if (program.result.device.failed) {
    return finish(program.result.device.failure.message);
  }
  program.handles.device = program.result.device.device;
  struct string error = submit_collatz(&program.handles);
  if (error.bytes) {
    return finish(error);
  }
  struct map_arguments *arguments = &program.arguments.map;
  *arguments = (struct map_arguments){.buffer = program.handles.readback, .mode = MAP_READ};
  return after_call(gpu_buffer_map_async(arguments, &program.result.mapped), with_mapped_buffer);
}

static uint32_t with_adapter(void) {
  if (!program.result.adapter.some) {
    return finish(STRING("The host has no GPU adapter."));
  }
  program.handles.adapter = program.result.adapter.adapter;
  struct request_device_arguments *arguments = &program.arguments.device;
  *arguments = (struct request_device_arguments){.adapter = program.handles.adapter};
  return after_call(gpu_adapter_request_device_async(arguments, &program.result.device),
                    with_device);
}

EXPORT("[async-lift]run")
uint32_t run(void) {
  program.handles = (struct lost_handles){.gpu = get_gpu()};
  program.set = waitable_set_new();
  struct request_adapter_arguments *arguments = &program.arguments.adapter;
  *arguments = (struct request_adapter_arguments){.gpu = program.handles.gpu};
  return after_call(gpu_request_adapter_async(arguments, &program.result.adapter), with_adapter);
}

EXPORT("[callback][async-lift]run")
uint32_t run_callback(enum event event, handle waitable, uint32_t code) {
  if (event == EVENT_SUBTASK) {
    if (code != SUBTASK_RETURNED) {
      return wait();
    }
    subtask_drop(waitable);
  } else {
    waitable_join(waitable, 0);
  }
  return program.continuation();
}
