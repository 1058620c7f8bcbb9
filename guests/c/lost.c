#include "lost.h"

IMPORT("$root", "print") void print(const char *bytes, size_t length);

IMPORT("[export]$root", "[task-return]run")
void task_return_run(uint32_t failed, const char *message, size_t length);

static const struct string NO_ERROR = {};

static const uint32_t NUMBERS[] = {1, 2, 3, 4};

static const char COLLATZ[] =
    "@group(0) @binding(0) var<storage, read_write> numbers: array<u32>;\n"
    "@compute @workgroup_size(1) fn main(@builtin(global_invocation_id) id: vec3<u32>) {\n"
    "  var number = numbers[id.x];\n"
    "  var steps = 0u;\n"
    "  while number > 1u {\n"
    "    number = select(3u * number + 1u, number / 2u, number % 2u == 0u);\n"
    "    steps++;\n"
    "  }\n"
    "  numbers[id.x] = steps;\n"
    "}\n";

static struct string encode(handle pass, handle pipeline, handle bind_group) {
  gpu_compute_pass_encoder_set_pipeline(pass, pipeline);
  struct result_none set;
  gpu_compute_pass_encoder_set_bind_group(pass, 0, true, bind_group, NO_LIST, NONE, NONE, &set);
  if (set.failed) {
    return set.failure.message;
  }
  gpu_compute_pass_encoder_dispatch_workgroups(pass, sizeof NUMBERS / sizeof *NUMBERS, NONE, NONE);
  gpu_compute_pass_encoder_end(pass);
  return NO_ERROR;
}

static struct string encode_and_submit(handle device, handle queue, handle pipeline,
                                       handle bind_group, handle storage, handle readback) {
  handle encoder = gpu_device_create_command_encoder(device, false, NO_STRING);
  handle pass =
      gpu_command_encoder_begin_compute_pass(encoder, false, false, 0, NONE, NONE, NO_STRING);
  struct string error = encode(pass, pipeline, bind_group);
  gpu_compute_pass_encoder_drop(pass);
  if (!error.bytes) {
    gpu_command_encoder_copy_buffer_to_buffer(encoder, storage, NONE, readback, NONE, NONE);
    handle commands = gpu_command_encoder_finish(encoder, false, NO_STRING);
    gpu_queue_submit(queue, &commands, 1);
    gpu_command_buffer_drop(commands);
  }
  gpu_command_encoder_drop(encoder);
  return error;
}

struct string submit_collatz(struct lost_handles *handles) {
  handle device = handles->device;
  handle queue = gpu_device_queue(device);
  handle storage = gpu_device_create_buffer(
      device, sizeof NUMBERS, USAGE_STORAGE | USAGE_COPY_SRC | USAGE_COPY_DST, NONE, NO_STRING);
  handles->readback = gpu_device_create_buffer(device, sizeof NUMBERS,
                                               USAGE_MAP_READ | USAGE_COPY_DST, NONE, NO_STRING);
  handle module =
      gpu_device_create_shader_module(device, COLLATZ, sizeof COLLATZ - 1, NO_LIST, NO_STRING);
  handle pipeline = gpu_device_create_compute_pipeline(device, module, NO_STRING, NONE, LAYOUT_AUTO,
                                                       0, NO_STRING);
  handle layout = gpu_compute_pipeline_get_bind_group_layout(pipeline, 0);
  struct bind_group_entry entry = {
      .binding = 0,
      .resource = {.kind = BINDING_BUFFER, .buffer = storage},
  };
  handle bind_group = gpu_device_create_bind_group(device, layout, &entry, 1, NO_STRING);

  struct result_none written;
  gpu_queue_write_buffer(queue, storage, 0, NUMBERS, sizeof NUMBERS, NONE, NONE, &written);
  struct string error = written.failed ? written.failure.message
                                       : encode_and_submit(device, queue, pipeline, bind_group,
                                                           storage, handles->readback);
  gpu_bind_group_drop(bind_group);
  gpu_bind_group_layout_drop(layout);
  gpu_compute_pipeline_drop(pipeline);
  gpu_shader_module_drop(module);
  gpu_buffer_drop(storage);
  gpu_queue_drop(queue);
  return error;
}

// A line of text that grows; longer than any that is printed here.
struct line {
  char bytes[128];
  size_t length;
};

static void append(struct line *line, struct string text) {
  if (text.length > sizeof line->bytes - line->length) {
    __builtin_trap();
  }
  __builtin_memcpy(line->bytes + line->length, text.bytes, text.length);
  line->length += text.length;
}

static void append_number(struct line *line, uint32_t number) {
  char digits[10];
  size_t start = sizeof digits;
  do {
    digits[--start] = '0' + number % 10;
    number /= 10;
  } while (number > 0);
  append(line, (struct string){digits + start, sizeof digits - start});
}

struct string print_steps(handle readback) {
  struct result_list range;
  gpu_buffer_get_mapped_range(readback, NONE, NONE, &range);
  if (range.failed) {
    return range.failure.message;
  }
  struct line line = {};
  append(&line, STRING("Steps: ["));
  for (size_t i = 0; i < range.list.length; i += sizeof(uint32_t)) {
    uint32_t steps;
    __builtin_memcpy(&steps, range.list.bytes + i, sizeof steps);
    append(&line, i == 0 ? STRING("") : STRING(", "));
    append_number(&line, steps);
  }
  append(&line, STRING("]"));
  print(line.bytes, line.length);

  struct result_none unmapped;
  gpu_buffer_unmap(readback, &unmapped);
  return unmapped.failed ? unmapped.failure.message : NO_ERROR;
}

struct string cancel_error_read(handle device) {
  handle stream = gpu_device_on_uncaptured_error(device);
  handle errors[1];
  uint32_t code = uncaptured_errors_read(stream, errors, 1);
  if (code == BLOCKED) {
    code = uncaptured_errors_cancel_read(stream);
  }
  uncaptured_errors_drop(stream);
  // An error may have come between the read and its cancellation.
  for (uint32_t i = 0; i < copied(code); i++) {
    gpu_error_drop(errors[i]);
  }
  if (copied(code) > 0) {
    return STRING("The device has an uncaptured error.");
  }
  if (copy_result(code) != COPY_CANCELLED) {
    return STRING("The stream of uncaptured errors ended before its reader cancelled.");
  }
  struct string text = STRING("Uncaptured errors: none, read cancelled");
  print(text.bytes, text.length);
  return NO_ERROR;
}

void print_reason(handle info) {
  enum lost_reason reason = gpu_device_lost_info_reason(info);
  gpu_device_lost_info_drop(info);
  struct string text =
      reason == LOST_DESTROYED ? STRING("Lost: destroyed") : STRING("Lost: unknown");
  print(text.bytes, text.length);
}

static void drop(handle handle_or_none, void (*drop)(handle)) {
  if (handle_or_none) {
    drop(handle_or_none);
  }
}

void drop_handles(const struct lost_handles *handles) {
  drop(handles->lost, lost_drop);
  drop(handles->readback, gpu_buffer_drop);
  drop(handles->device, gpu_device_drop);
  drop(handles->adapter, gpu_adapter_drop);
  drop(handles->gpu, gpu_drop);
}

void return_from_run(struct string error) {
  task_return_run(error.bytes != NULL, error.bytes, error.length);
}
