// Computes on a GPU, destroys the device, and says why it was lost: against the raw canonical ABI,
// and straight on. Where it must wait it blocks, in calls of either kind: lowered synchronously,
// which block by themselves, and asynchronously, whose subtask is waited for.
#include "lost.h"

static void await(handle waitable, handle set) {
  waitable_join(waitable, set);
  struct event_payload payload;
  enum event event;
  do {
    event = waitable_set_wait(set, &payload);
  } while (event == EVENT_SUBTASK && payload.code != SUBTASK_RETURNED);
  waitable_join(waitable, 0);
}

static void await_call(uint32_t status, handle set) {
  if (subtask_state(status) != SUBTASK_RETURNED) {
    await(subtask(status), set);
    subtask_drop(subtask(status));
  }
}

static struct string compute(struct lost_handles *handles, handle set) {
  handles->gpu = get_gpu();
  struct option_adapter adapter;
  gpu_request_adapter(handles->gpu, false, NO_STRING, NONE, NONE, NONE, &adapter);
  if (!adapter.some) {
    return STRING("The host has no GPU adapter.");
  }
  handles->adapter = adapter.adapter;

  struct request_device_arguments request = {.adapter = handles->adapter};
  struct result_device device;
  await_call(gpu_adapter_request_device_async(&request, &device), set);
  if (device.failed) {
    return device.failure.message;
  }
  handles->device = device.device;

  struct string error = submit_collatz(handles);
  if (error.bytes) {
    return error;
  }
  struct map_arguments map = {.buffer = handles->readback, .mode = MAP_READ};
  struct result_none mapped;
  await_call(gpu_buffer_map_async(&map, &mapped), set);
  if (mapped.failed) {
    return mapped.failure.message;
  }
  return print_steps(handles->readback);
}

static struct string lose(struct lost_handles *handles, handle set) {
  struct string error = cancel_error_read(handles->device);
  if (error.bytes) {
    return error;
  }
  handles->lost = gpu_device_lost(handles->device);
  gpu_device_destroy(handles->device);
  handle info;
  if (lost_read(handles->lost, &info) == BLOCKED) {
    await(handles->lost, set);
  }
  print_reason(info);
  return (struct string){};
}

EXPORT("[async-lift-stackful]run")
void run(void) {
  struct lost_handles handles = {};
  handle set = waitable_set_new();
  struct string error = compute(&handles, set);
  if (!error.bytes) {
    error = lose(&handles, set);
  }
  drop_handles(&handles);
  waitable_set_drop(set);
  return_from_run(error);
}
