// The part of wasi:webgpu that these programs import, as the canonical ABI passes it.
#pragma once

#include "canonical.h"

#define WEBGPU(name) IMPORT("wasi:webgpu/webgpu@0.3.0-rc.2", name)

// Every error of the interface is such a record: a kind, which these programs do not tell apart,
// and a message.
struct gpu_failure {
  uint8_t kind;
  struct string message;
};

struct result_none {
  bool failed;
  struct gpu_failure failure;
};

struct result_list {
  bool failed;
  union {
    struct {
      const uint8_t *bytes;
      size_t length;
    } list;
    struct gpu_failure failure;
  };
};

WEBGPU("get-gpu") handle get_gpu(void);

// gpu

struct option_adapter {
  bool some;
  handle adapter;
};

struct request_adapter_arguments {
  handle gpu;
  struct {
    bool some;
    struct {
      struct option_string feature_level;
      uint8_t power_preference[2];
      uint8_t force_fallback_adapter[2];
      uint8_t xr_compatible[2];
    } value;
  } options;
};

WEBGPU("[async-lower][method]gpu.request-adapter")
uint32_t gpu_request_adapter_async(const struct request_adapter_arguments *arguments,
                                   struct option_adapter *result);

WEBGPU("[method]gpu.request-adapter")
void gpu_request_adapter(handle gpu, uint32_t has_options, uint32_t has_feature_level,
                         const char *feature_level, size_t feature_level_length,
                         uint32_t has_power_preference, uint32_t power_preference,
                         uint32_t has_force_fallback_adapter, uint32_t force_fallback_adapter,
                         uint32_t has_xr_compatible, uint32_t xr_compatible,
                         struct option_adapter *result);

// gpu-adapter

struct request_device_arguments {
  handle adapter;
  struct {
    bool some;
    struct {
      struct {
        bool some;
        const uint8_t *names;
        size_t length;
      } required_features;
      struct {
        bool some;
        handle limits;
      } required_limits;
      struct {
        bool some;
        struct option_string label;
      } default_queue;
      struct option_string label;
    } value;
  } descriptor;
};

struct result_device {
  bool failed;
  union {
    handle device;
    struct gpu_failure failure;
  };
};

WEBGPU("[async-lower][method]gpu-adapter.request-device")
uint32_t gpu_adapter_request_device_async(const struct request_device_arguments *arguments,
                                          struct result_device *result);

// gpu-device

enum buffer_usage : uint32_t {
  USAGE_MAP_READ = 1 << 0,
  USAGE_COPY_SRC = 1 << 2,
  USAGE_COPY_DST = 1 << 3,
  USAGE_STORAGE = 1 << 7,
};

enum layout_mode : uint32_t { LAYOUT_SPECIFIC, LAYOUT_AUTO };

enum binding_resource : uint8_t { BINDING_BUFFER, BINDING_BUFFER_RANGE };

struct bind_group_entry {
  uint32_t binding;
  struct {
    enum binding_resource kind;
    union {
      handle buffer;
      struct {
        handle buffer;
        struct option_u64 offset;
        struct option_u64 size;
      } range;
    };
  } resource;
};

WEBGPU("[method]gpu-device.queue") handle gpu_device_queue(handle device);
WEBGPU("[method]gpu-device.destroy") void gpu_device_destroy(handle device);

WEBGPU("[method]gpu-device.create-buffer")
handle gpu_device_create_buffer(handle device, uint64_t size, enum buffer_usage usage,
                                uint32_t has_mapped_at_creation, uint32_t mapped_at_creation,
                                uint32_t has_label, const char *label, size_t label_length);

WEBGPU("[method]gpu-device.create-shader-module")
handle gpu_device_create_shader_module(handle device, const char *code, size_t code_length,
                                       uint32_t has_hints, const void *hints, size_t hints_length,
                                       uint32_t has_label, const char *label, size_t label_length);

WEBGPU("[method]gpu-device.create-compute-pipeline")
handle gpu_device_create_compute_pipeline(handle device, handle module, uint32_t has_entry_point,
                                          const char *entry_point, size_t entry_point_length,
                                          uint32_t has_constants, handle constants,
                                          enum layout_mode mode, handle layout, uint32_t has_label,
                                          const char *label, size_t label_length);

WEBGPU("[method]gpu-device.create-bind-group")
handle gpu_device_create_bind_group(handle device, handle layout,
                                    const struct bind_group_entry *entries, size_t entries_length,
                                    uint32_t has_label, const char *label, size_t label_length);

WEBGPU("[method]gpu-device.create-command-encoder")
handle gpu_device_create_command_encoder(handle device, uint32_t has_descriptor, uint32_t has_label,
                                         const char *label, size_t label_length);

WEBGPU("[method]gpu-device.on-uncaptured-error")
handle gpu_device_on_uncaptured_error(handle device);

WEBGPU("[async-lower][stream-read-0][method]gpu-device.on-uncaptured-error")
uint32_t uncaptured_errors_read(handle stream, handle *errors, size_t length);

WEBGPU("[stream-cancel-read-0][method]gpu-device.on-uncaptured-error")
uint32_t uncaptured_errors_cancel_read(handle stream);

WEBGPU("[stream-drop-readable-0][method]gpu-device.on-uncaptured-error")
void uncaptured_errors_drop(handle stream);

WEBGPU("[method]gpu-device.lost") handle gpu_device_lost(handle device);

WEBGPU("[async-lower][future-read-0][method]gpu-device.lost")
uint32_t lost_read(handle future, handle *info);

WEBGPU("[future-drop-readable-0][method]gpu-device.lost") void lost_drop(handle future);

// gpu-device-lost-info

enum lost_reason : uint32_t { LOST_UNKNOWN, LOST_DESTROYED };

WEBGPU("[method]gpu-device-lost-info.reason")
enum lost_reason gpu_device_lost_info_reason(handle info);

// gpu-queue

WEBGPU("[method]gpu-queue.submit")
void gpu_queue_submit(handle queue, const handle *command_buffers, size_t length);

WEBGPU("[method]gpu-queue.write-buffer-with-copy")
void gpu_queue_write_buffer(handle queue, handle buffer, uint64_t buffer_offset, const void *data,
                            size_t data_length, uint32_t has_data_offset, uint64_t data_offset,
                            uint32_t has_size, uint64_t size, struct result_none *result);

// gpu-compute-pipeline

WEBGPU("[method]gpu-compute-pipeline.get-bind-group-layout")
handle gpu_compute_pipeline_get_bind_group_layout(handle pipeline, uint32_t index);

// gpu-command-encoder

WEBGPU("[method]gpu-command-encoder.begin-compute-pass")
handle gpu_command_encoder_begin_compute_pass(handle encoder, uint32_t has_descriptor,
                                              uint32_t has_timestamp_writes, handle query_set,
                                              uint32_t has_beginning_index,
                                              uint32_t beginning_index, uint32_t has_end_index,
                                              uint32_t end_index, uint32_t has_label,
                                              const char *label, size_t label_length);

WEBGPU("[method]gpu-command-encoder.copy-buffer-to-buffer")
void gpu_command_encoder_copy_buffer_to_buffer(handle encoder, handle source,
                                               uint32_t has_source_offset, uint64_t source_offset,
                                               handle destination, uint32_t has_destination_offset,
                                               uint64_t destination_offset, uint32_t has_size,
                                               uint64_t size);

WEBGPU("[method]gpu-command-encoder.finish")
handle gpu_command_encoder_finish(handle encoder, uint32_t has_descriptor, uint32_t has_label,
                                  const char *label, size_t label_length);

// gpu-compute-pass-encoder

WEBGPU("[method]gpu-compute-pass-encoder.set-pipeline")
void gpu_compute_pass_encoder_set_pipeline(handle pass, handle pipeline);

WEBGPU("[method]gpu-compute-pass-encoder.set-bind-group")
void gpu_compute_pass_encoder_set_bind_group(handle pass, uint32_t index, uint32_t has_bind_group,
                                             handle bind_group, uint32_t has_offsets,
                                             const uint32_t *offsets, size_t offsets_length,
                                             uint32_t has_offsets_start, uint64_t offsets_start,
                                             uint32_t has_offsets_count, uint32_t offsets_count,
                                             struct result_none *result);

WEBGPU("[method]gpu-compute-pass-encoder.dispatch-workgroups")
void gpu_compute_pass_encoder_dispatch_workgroups(handle pass, uint32_t x, uint32_t has_y,
                                                  uint32_t y, uint32_t has_z, uint32_t z);

WEBGPU("[method]gpu-compute-pass-encoder.end") void gpu_compute_pass_encoder_end(handle pass);

// gpu-buffer

enum map_mode : uint8_t { MAP_READ = 1 << 0 };

struct map_arguments {
  handle buffer;
  enum map_mode mode;
  struct option_u64 offset;
  struct option_u64 size;
};

WEBGPU("[async-lower][method]gpu-buffer.map-async")
uint32_t gpu_buffer_map_async(const struct map_arguments *arguments, struct result_none *result);

WEBGPU("[method]gpu-buffer.get-mapped-range-get-with-copy")
void gpu_buffer_get_mapped_range(handle buffer, uint32_t has_offset, uint64_t offset,
                                 uint32_t has_size, uint64_t size, struct result_list *result);

WEBGPU("[method]gpu-buffer.unmap") void gpu_buffer_unmap(handle buffer, struct result_none *result);

// Handles that are the component's own

WEBGPU("[resource-drop]gpu") void gpu_drop(handle);
WEBGPU("[resource-drop]gpu-adapter") void gpu_adapter_drop(handle);
WEBGPU("[resource-drop]gpu-bind-group") void gpu_bind_group_drop(handle);
WEBGPU("[resource-drop]gpu-bind-group-layout") void gpu_bind_group_layout_drop(handle);
WEBGPU("[resource-drop]gpu-buffer") void gpu_buffer_drop(handle);
WEBGPU("[resource-drop]gpu-command-buffer") void gpu_command_buffer_drop(handle);
WEBGPU("[resource-drop]gpu-command-encoder") void gpu_command_encoder_drop(handle);
WEBGPU("[resource-drop]gpu-compute-pass-encoder") void gpu_compute_pass_encoder_drop(handle);
WEBGPU("[resource-drop]gpu-compute-pipeline") void gpu_compute_pipeline_drop(handle);
WEBGPU("[resource-drop]gpu-device") void gpu_device_drop(handle);
WEBGPU("[resource-drop]gpu-device-lost-info") void gpu_device_lost_info_drop(handle);
WEBGPU("[resource-drop]gpu-error") void gpu_error_drop(handle);
WEBGPU("[resource-drop]gpu-queue") void gpu_queue_drop(handle);
WEBGPU("[resource-drop]gpu-shader-module") void gpu_shader_module_drop(handle);
