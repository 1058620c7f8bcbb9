// The program of docs/walkthrough.md, against the raw canonical ABI: computes, renders, reads both
// back, makes mistakes and is told of them, and waits for several things at once.
//
// Where it must wait it blocks, on its stack. It ends soon: what it dropped is only what the host
// would otherwise keep for long.
#include "canonical.h"
#include "webgpu.h"

IMPORT("$root", "print") void print(const char *bytes, size_t length);

IMPORT("[export]$root", "[task-return]run")
void task_return_run(uint32_t failed, const char *message, size_t length);

// What went wrong, or no bytes.
typedef struct string error;

static const error NO_ERROR = {};

#define PRINT(literal) print((literal), sizeof(literal) - 1)

// docs: device {
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
// } docs

// docs: async {
// Waits for two calls at once, which both have begun. Each is a subtask until it has returned.
static void await_both(uint32_t first_status, uint32_t second_status) {
  uint32_t statuses[] = {first_status, second_status};
  handle set = waitable_set_new();
  size_t pending = 0;
  for (size_t i = 0; i < 2; i++) {
    if (subtask_state(statuses[i]) != SUBTASK_RETURNED) {
      waitable_join(subtask(statuses[i]), set);
      pending++;
    }
  }
  while (pending > 0) {
    struct event_payload payload;
    if (waitable_set_wait(set, &payload) == EVENT_SUBTASK && payload.code == SUBTASK_RETURNED) {
      subtask_drop(payload.waitable);
      pending--;
    }
  }
  waitable_set_drop(set);
}

// Waits until the GPU is done with the buffer, and copies its bytes out of it.
static error read(handle queue, handle buffer, struct result_list *range) {
  struct map_arguments arguments = {.buffer = buffer, .mode = MAP_READ};
  struct result_none mapped;
  await_both(gpu_buffer_map_async(&arguments, &mapped), gpu_queue_on_submitted_work_done(queue));
  if (mapped.failed) {
    return mapped.failure.message;
  }
  gpu_buffer_get_mapped_range(buffer, NONE, NONE, range);
  return range->failed ? range->failure.message : NO_ERROR;
}
// } docs

static handle readback_buffer(handle device, uint64_t size) {
  return gpu_device_create_buffer(device, size, USAGE_MAP_READ | USAGE_COPY_DST, NONE, NO_STRING);
}

// Reads a buffer into which something is copied, and drops it.
static error submit_and_read(handle device, handle encoder, handle readback,
                             struct result_list *range) {
  handle queue = gpu_device_queue(device);
  handle commands = gpu_command_encoder_finish(encoder, false, NO_STRING);
  gpu_queue_submit(queue, &commands, 1);
  gpu_command_buffer_drop(commands);
  gpu_command_encoder_drop(encoder);
  error error = read(queue, readback, range);
  gpu_queue_drop(queue);
  gpu_buffer_drop(readback);
  return error;
}

// docs: compute {
static const char SQUARES[] =
    "@group(0) @binding(0) var<storage, read_write> numbers: array<u32>;\n"
    "@compute @workgroup_size(1) fn main(@builtin(global_invocation_id) id: vec3<u32>) {\n"
    "  numbers[id.x] *= numbers[id.x];\n"
    "}\n";

static const uint32_t NUMBERS[] = {1, 2, 3, 4};

static handle squares_pipeline(handle device) {
  handle module =
      gpu_device_create_shader_module(device, SQUARES, sizeof SQUARES - 1, NO_LIST, NO_STRING);
  handle pipeline = gpu_device_create_compute_pipeline(device, module, NO_STRING, NONE, LAYOUT_AUTO,
                                                       0, NO_STRING);
  gpu_shader_module_drop(module);
  return pipeline;
}

static handle bind(handle device, handle pipeline, handle buffer) {
  handle layout = gpu_compute_pipeline_get_bind_group_layout(pipeline, 0);
  struct bind_group_entry entry = {
      .binding = 0,
      .resource = {.kind = BINDING_BUFFER, .buffer = buffer},
  };
  handle bind_group = gpu_device_create_bind_group(device, layout, &entry, 1, NO_STRING);
  gpu_bind_group_layout_drop(layout);
  return bind_group;
}

static void encode_squares(handle device, handle encoder, handle storage) {
  handle pipeline = squares_pipeline(device);
  handle bind_group = bind(device, pipeline, storage);
  handle pass =
      gpu_command_encoder_begin_compute_pass(encoder, false, false, 0, NONE, NONE, NO_STRING);
  gpu_compute_pass_encoder_set_pipeline(pass, pipeline);
  // It fails for dynamic offsets that are out of bounds; there are none.
  struct result_none set;
  gpu_compute_pass_encoder_set_bind_group(pass, 0, true, bind_group, NO_LIST, NONE, NONE, &set);
  gpu_compute_pass_encoder_dispatch_workgroups(pass, sizeof NUMBERS / sizeof *NUMBERS, NONE, NONE);
  gpu_compute_pass_encoder_end(pass);
  gpu_compute_pass_encoder_drop(pass);
  gpu_bind_group_drop(bind_group);
  gpu_compute_pipeline_drop(pipeline);
}

static error squares(handle device, struct result_list *range) {
  handle storage = gpu_device_create_buffer(
      device, sizeof NUMBERS, USAGE_STORAGE | USAGE_COPY_SRC | USAGE_COPY_DST, NONE, NO_STRING);
  handle queue = gpu_device_queue(device);
  struct result_none written;
  gpu_queue_write_buffer(queue, storage, 0, NUMBERS, sizeof NUMBERS, NONE, NONE, &written);
  gpu_queue_drop(queue);
  if (written.failed) {
    return written.failure.message;
  }
  handle encoder = gpu_device_create_command_encoder(device, false, NO_STRING);
  encode_squares(device, encoder, storage);
  handle readback = readback_buffer(device, sizeof NUMBERS);
  gpu_command_encoder_copy_buffer_to_buffer(encoder, storage, NONE, readback, NONE, NONE);
  gpu_buffer_drop(storage);
  return submit_and_read(device, encoder, readback, range);
}
// } docs

// docs: render {
#define WIDTH 32
#define HEIGHT 16
#define BYTES_PER_PIXEL 4
// A row in a buffer begins at a multiple of 256 bytes, whatever is in it.
#define BYTES_PER_ROW 256

static const struct extent SIZE = {.width = WIDTH, .height = {true, HEIGHT}};

static const char TRIANGLE[] =
    "@vertex fn corner(@builtin(vertex_index) index: u32) -> @builtin(position) vec4<f32> {\n"
    "  var corners = array(vec2(-0.9, -0.9), vec2(0.9, -0.9), vec2(0.0, 0.9));\n"
    "  return vec4(corners[index], 0.0, 1.0);\n"
    "}\n"
    "@fragment fn colour() -> @location(0) vec4<f32> {\n"
    "  return vec4(1.0, 0.5, 0.0, 1.0);\n"
    "}\n";

static handle triangle_pipeline(handle device) {
  handle module =
      gpu_device_create_shader_module(device, TRIANGLE, sizeof TRIANGLE - 1, NO_LIST, NO_STRING);
  struct color_target target = {.some = true, .value = {.format = FORMAT_RGBA8UNORM}};
  struct create_render_pipeline_arguments arguments = {
      .device = device,
      .vertex = {.module = module},
      .fragment = {true, {.targets = &target, .targets_length = 1, .module = module}},
      .layout = {.tag = AUTO},
  };
  handle pipeline = gpu_device_create_render_pipeline(&arguments);
  gpu_shader_module_drop(module);
  return pipeline;
}

static void encode_triangle(handle device, handle encoder, handle texture) {
  struct create_view_arguments whole = {.texture = texture};
  handle view = gpu_texture_create_view(&whole);
  struct color_attachment attachment = {
      .some = true,
      .value = {.view = view,
                .clear_value = {true, {.a = 1.0}},
                .load_op = LOAD_OP_CLEAR,
                .store_op = STORE_OP_STORE},
  };
  struct begin_render_pass_arguments arguments = {
      .encoder = encoder,
      .descriptor = {.color_attachments = &attachment, .color_attachments_length = 1},
  };
  handle pass = gpu_command_encoder_begin_render_pass(&arguments);
  handle pipeline = triangle_pipeline(device);
  gpu_render_pass_encoder_set_pipeline(pass, pipeline);
  gpu_render_pass_encoder_draw(pass, 3, NONE, NONE, NONE);
  gpu_render_pass_encoder_end(pass);
  gpu_render_pass_encoder_drop(pass);
  gpu_render_pipeline_drop(pipeline);
  gpu_texture_view_drop(view);
}

static error triangle(handle device, struct result_list *range) {
  struct create_texture_arguments arguments = {
      .device = device,
      .size = SIZE,
      .format = FORMAT_RGBA8UNORM,
      .usage = TEXTURE_RENDER_ATTACHMENT | TEXTURE_COPY_SRC,
  };
  handle texture = gpu_device_create_texture(&arguments);
  handle encoder = gpu_device_create_command_encoder(device, false, NO_STRING);
  encode_triangle(device, encoder, texture);
  handle readback = readback_buffer(device, BYTES_PER_ROW * HEIGHT);
  struct copy_texture_to_buffer_arguments copy = {
      .encoder = encoder,
      .source = {.texture = texture},
      .destination = {.buffer = readback, .bytes_per_row = {true, BYTES_PER_ROW}},
      .size = SIZE,
  };
  gpu_command_encoder_copy_texture_to_buffer(&copy);
  gpu_texture_drop(texture);
  return submit_and_read(device, encoder, readback, range);
}

// What was drawn is not black; what is behind the last pixel of a row is nothing.
static void print_picture(const uint8_t *bytes) {
  for (size_t row = 0; row < HEIGHT; row++) {
    char line[WIDTH];
    for (size_t column = 0; column < WIDTH; column++) {
      line[column] = bytes[row * BYTES_PER_ROW + column * BYTES_PER_PIXEL] > 0 ? '#' : '.';
    }
    print(line, sizeof line);
  }
}
// } docs

static void print_squares(const uint8_t *bytes) {
  char line[64] = "Squares: [";
  size_t length = sizeof "Squares: [" - 1;
  for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
    uint32_t square;
    __builtin_memcpy(&square, bytes + i * sizeof square, sizeof square);
    if (i > 0) {
      line[length++] = ',';
      line[length++] = ' ';
    }
    if (square >= 10) {
      line[length++] = '0' + square / 10 % 10;
    }
    line[length++] = '0' + square % 10;
  }
  line[length++] = ']';
  print(line, length);
}

// docs: scope {
// Most calls return before anybody knows whether they were right: the error goes to a scope.
static error told_to_a_scope(handle device) {
  gpu_device_push_error_scope(device, FILTER_VALIDATION);
  // The CPU may read a buffer or write it, not both.
  handle impossible =
      gpu_device_create_buffer(device, 16, USAGE_MAP_READ | USAGE_MAP_WRITE, NONE, NO_STRING);
  gpu_buffer_drop(impossible);
  struct result_error caught;
  gpu_device_pop_error_scope(device, &caught);
  if (caught.failed) {
    return caught.failure.message;
  }
  if (!caught.error.some) {
    return STRING("A buffer is mapped for reading and for writing.");
  }
  if (gpu_error_kind(caught.error.value) == ERROR_VALIDATION) {
    PRINT("Caught: validation error");
  }
  gpu_error_drop(caught.error.value);
  return NO_ERROR;
}
// } docs

// docs: result {
// Where the CPU itself would wait for or use what went wrong, the call says so.
static void told_by_the_call(handle device) {
  handle buffer = readback_buffer(device, 16);
  struct result_list range;
  gpu_buffer_get_mapped_range(buffer, NONE, NONE, &range);
  if (range.failed) {
    PRINT("Refused: the buffer is not mapped");
  } else {
    PRINT("Read a buffer that is not mapped");
  }
  gpu_buffer_drop(buffer);
}
// } docs

// docs: uncaptured {
static void await_read(handle stream_or_future) {
  handle set = waitable_set_new();
  waitable_join(stream_or_future, set);
  struct event_payload payload;
  waitable_set_wait(set, &payload);
  waitable_join(stream_or_future, 0);
  waitable_set_drop(set);
}

// An error that no scope catches is told to whoever reads the device's stream of them.
static void told_to_nobody(handle device) {
  handle errors = gpu_device_on_uncaptured_error(device);
  handle impossible =
      gpu_device_create_buffer(device, 16, USAGE_MAP_READ | USAGE_MAP_WRITE, NONE, NO_STRING);
  gpu_buffer_drop(impossible);
  handle told[1];
  if (uncaptured_errors_read(errors, told, 1) == BLOCKED) {
    await_read(errors);
  }
  if (gpu_error_kind(told[0]) == ERROR_VALIDATION) {
    PRINT("Uncaptured: validation error");
  }
  gpu_error_drop(told[0]);
  uncaptured_errors_drop(errors);
}
// } docs

// docs: lost {
// A device can be lost at any time. What is called on it after that does nothing.
static void lose(handle device) {
  handle lost = gpu_device_lost(device);
  gpu_device_destroy(device);
  handle info;
  if (lost_read(lost, &info) == BLOCKED) {
    await_read(lost);
  }
  if (gpu_device_lost_info_reason(info) == LOST_DESTROYED) {
    PRINT("Lost: destroyed");
  } else {
    PRINT("Lost: unknown");
  }
  gpu_device_lost_info_drop(info);
  lost_drop(lost);
}
// } docs

static error use(handle device) {
  struct result_list range;
  error failed = squares(device, &range);
  if (failed.bytes) {
    return failed;
  }
  print_squares(range.list.bytes);
  failed = triangle(device, &range);
  if (failed.bytes) {
    return failed;
  }
  print_picture(range.list.bytes);
  failed = told_to_a_scope(device);
  if (failed.bytes) {
    return failed;
  }
  told_by_the_call(device);
  told_to_nobody(device);
  lose(device);
  return NO_ERROR;
}

EXPORT("[async-lift-stackful]run")
void run(void) {
  handle device = 0;
  error failed = request_device(&device);
  if (!failed.bytes) {
    failed = use(device);
    gpu_device_drop(device);
  }
  task_return_run(failed.bytes != NULL, failed.bytes, failed.length);
}
