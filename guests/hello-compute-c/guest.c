// Counts on the GPU how many Collatz steps 1, 2, 3 and 4 take to reach 1, and prints them: what
// hello-compute does in Rust, against the raw canonical ABI.
//
// Where it must wait it blocks, in calls that are lowered synchronously. Each handle is the
// program's own until it drops it. WebGPU reports most mistakes not from the call that made them
// but later, to an error scope; so the work runs inside one.
#include "canonical.h"
#include "webgpu.h"

IMPORT("$root", "print") void print(const char *bytes, size_t length);

IMPORT("[export]$root", "[task-return]run")
void task_return_run(uint32_t failed, const char *message, size_t length);

WEBGPU("[method]gpu-buffer.map-async")
void gpu_buffer_map(handle buffer, enum map_mode mode, uint32_t has_offset, uint64_t offset,
                    uint32_t has_size, uint64_t size, struct result_none *result);

WEBGPU("[method]gpu-error.message") void gpu_error_message(handle error, struct string *message);

// What went wrong, or no bytes.
typedef struct string error;

static const error NO_ERROR = {};

#define COUNT 4

static const uint32_t NUMBERS[COUNT] = {1, 2, 3, 4};

// Replaces each number by the steps it takes to reach 1 when an even number is halved and an odd
// one becomes three times itself plus one.
static const char COLLATZ[] =
    "@group(0) @binding(0) var<storage, read_write> numbers: array<u32>;\n"
    "@compute @workgroup_size(1) fn main(@builtin(global_invocation_id) id: vec3<u32>) {\n"
    "  var steps = 0u;\n"
    "  for (var number = numbers[id.x]; number > 1u; steps++) {\n"
    "    number = select(3u * number + 1u, number / 2u, number % 2u == 0u);\n"
    "  }\n"
    "  numbers[id.x] = steps;\n"
    "}\n";

static error request_device(handle *device) {
  handle gpu = get_gpu();
  struct option_adapter adapter;
  gpu_request_adapter(gpu, false, NO_STRING, NONE, NONE, NONE, &adapter);
  gpu_drop(gpu);
  if (!adapter.some) {
    return STRING("The host has no GPU adapter.");
  }
  struct result_device result;
  gpu_adapter_request_device(adapter.adapter, false, NO_LIST, NONE, false, NO_STRING, NO_STRING,
                             &result);
  gpu_adapter_drop(adapter.adapter);
  if (result.failed) {
    return result.failure.message;
  }
  *device = result.device;
  return NO_ERROR;
}

static handle create_pipeline(handle device) {
  handle module =
      gpu_device_create_shader_module(device, COLLATZ, sizeof COLLATZ - 1, NO_LIST, NO_STRING);
  handle pipeline = gpu_device_create_compute_pipeline(device, module, NO_STRING, NONE, LAYOUT_AUTO,
                                                       0, NO_STRING);
  gpu_shader_module_drop(module);
  return pipeline;
}

static handle bind(handle device, handle pipeline, handle numbers) {
  handle layout = gpu_compute_pipeline_get_bind_group_layout(pipeline, 0);
  struct bind_group_entry entry = {
      .binding = 0,
      .resource = {.kind = BINDING_BUFFER, .buffer = numbers},
  };
  handle group = gpu_device_create_bind_group(device, layout, &entry, 1, NO_STRING);
  gpu_bind_group_layout_drop(layout);
  return group;
}

static error dispatch(handle encoder, handle pipeline, handle group) {
  handle pass =
      gpu_command_encoder_begin_compute_pass(encoder, false, false, 0, NONE, NONE, NO_STRING);
  gpu_compute_pass_encoder_set_pipeline(pass, pipeline);
  struct result_none set;
  gpu_compute_pass_encoder_set_bind_group(pass, 0, true, group, NO_LIST, NONE, NONE, &set);
  gpu_compute_pass_encoder_dispatch_workgroups(pass, COUNT, NONE, NONE);
  gpu_compute_pass_encoder_end(pass);
  gpu_compute_pass_encoder_drop(pass);
  return set.failed ? set.failure.message : NO_ERROR;
}

// The shader works in one buffer; the CPU can map only another kind, so the result is copied.
static error submit(handle device, handle queue, handle numbers, handle readback) {
  handle pipeline = create_pipeline(device);
  handle group = bind(device, pipeline, numbers);
  handle encoder = gpu_device_create_command_encoder(device, false, NO_STRING);
  error failed = dispatch(encoder, pipeline, group);
  gpu_command_encoder_copy_buffer_to_buffer(encoder, numbers, NONE, readback, NONE, NONE);
  handle commands = gpu_command_encoder_finish(encoder, false, NO_STRING);
  gpu_queue_submit(queue, &commands, 1);
  gpu_command_buffer_drop(commands);
  gpu_command_encoder_drop(encoder);
  gpu_bind_group_drop(group);
  gpu_compute_pipeline_drop(pipeline);
  return failed;
}

// Waits until the GPU is done with the buffer, and copies its numbers out of it.
static error read(handle buffer, uint32_t numbers[COUNT]) {
  struct result_none mapped;
  gpu_buffer_map(buffer, MAP_READ, NONE, NONE, &mapped);
  if (mapped.failed) {
    return mapped.failure.message;
  }
  struct result_list range;
  gpu_buffer_get_mapped_range(buffer, NONE, NONE, &range);
  if (range.failed) {
    return range.failure.message;
  }
  __builtin_memcpy(numbers, range.list.bytes, COUNT * sizeof *numbers);
  struct result_none unmapped;
  gpu_buffer_unmap(buffer, &unmapped);
  return unmapped.failed ? unmapped.failure.message : NO_ERROR;
}

static error count_steps(handle device, uint32_t steps[COUNT]) {
  handle queue = gpu_device_queue(device);
  handle numbers = gpu_device_create_buffer(
      device, sizeof NUMBERS, USAGE_STORAGE | USAGE_COPY_SRC | USAGE_COPY_DST, NONE, NO_STRING);
  handle readback = gpu_device_create_buffer(device, sizeof NUMBERS,
                                             USAGE_MAP_READ | USAGE_COPY_DST, NONE, NO_STRING);
  struct result_none written;
  gpu_queue_write_buffer(queue, numbers, 0, NUMBERS, sizeof NUMBERS, NONE, NONE, &written);
  error failed = written.failed ? written.failure.message : NO_ERROR;
  if (!failed.bytes) {
    failed = submit(device, queue, numbers, readback);
  }
  if (!failed.bytes) {
    failed = read(readback, steps);
  }
  gpu_buffer_drop(readback);
  gpu_buffer_drop(numbers);
  gpu_queue_drop(queue);
  return failed;
}

// What the scope caught is the cause; what failed after it is only its consequence.
static error caught(handle device, error consequence) {
  struct result_error popped;
  gpu_device_pop_error_scope(device, &popped);
  if (popped.failed) {
    return popped.failure.message;
  }
  if (!popped.error.some) {
    return consequence;
  }
  error cause;
  gpu_error_message(popped.error.value, &cause);
  gpu_error_drop(popped.error.value);
  return cause;
}

// A line of text that grows; long enough for all that is printed.
struct line {
  char bytes[64];
  size_t length;
};

static void append(struct line *line, struct string text) {
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

static void print_steps(const uint32_t steps[COUNT]) {
  struct line line = {};
  append(&line, STRING("Steps: ["));
  for (size_t i = 0; i < COUNT; i++) {
    append(&line, i == 0 ? STRING("") : STRING(", "));
    append_number(&line, steps[i]);
  }
  append(&line, STRING("]"));
  print(line.bytes, line.length);
}

EXPORT("[async-lift-stackful]run")
void run(void) {
  handle device;
  error failed = request_device(&device);
  if (!failed.bytes) {
    uint32_t steps[COUNT];
    gpu_device_push_error_scope(device, FILTER_VALIDATION);
    failed = caught(device, count_steps(device, steps));
    if (!failed.bytes) {
      print_steps(steps);
    }
    gpu_device_drop(device);
  }
  task_return_run(failed.bytes != NULL, failed.bytes, failed.length);
}
