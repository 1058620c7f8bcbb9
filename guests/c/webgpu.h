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

struct result_error {
  bool failed;
  union {
    struct option_handle error;
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

WEBGPU("[method]gpu-adapter.request-device")
void gpu_adapter_request_device(handle adapter, uint32_t has_descriptor, uint32_t has_features,
                                const uint8_t *features, size_t features_length,
                                uint32_t has_limits, handle limits, uint32_t has_queue,
                                uint32_t has_queue_label, const char *queue_label,
                                size_t queue_label_length, uint32_t has_label, const char *label,
                                size_t label_length, struct result_device *result);

// gpu-device

enum buffer_usage : uint32_t {
  USAGE_MAP_READ = 1 << 0,
  USAGE_MAP_WRITE = 1 << 1,
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

enum texture_usage : uint8_t { TEXTURE_COPY_SRC = 1 << 0, TEXTURE_RENDER_ATTACHMENT = 1 << 4 };

enum texture_format : uint8_t { FORMAT_RGBA8UNORM = 21 };

struct extent {
  uint32_t width;
  struct option_u32 height;
  struct option_u32 depth_or_array_layers;
};

struct create_texture_arguments {
  handle device;
  struct extent size;
  struct option_u32 mip_level_count;
  struct option_u32 sample_count;
  struct option_u8 dimension;
  enum texture_format format;
  enum texture_usage usage;
  struct {
    bool some;
    const enum texture_format *formats;
    size_t length;
  } view_formats;
  struct option_u8 texture_binding_view_dimension;
  struct option_string label;
};

struct vertex_buffer_layout {
  uint64_t array_stride;
  struct option_u8 step_mode;
  const void *attributes;
  size_t attributes_length;
};

struct blend_component {
  struct option_u8 operation;
  struct option_u8 src_factor;
  struct option_u8 dst_factor;
};

struct color_target {
  bool some;
  struct {
    enum texture_format format;
    struct {
      bool some;
      struct blend_component color;
      struct blend_component alpha;
    } blend;
    struct option_u8 write_mask;
  } value;
};

struct stencil_face {
  bool some;
  struct {
    struct option_u8 compare;
    struct option_u8 fail_op;
    struct option_u8 depth_fail_op;
    struct option_u8 pass_op;
  } value;
};

enum layout_tag : uint8_t { SPECIFIC, AUTO };

struct create_render_pipeline_arguments {
  handle device;
  struct {
    struct {
      bool some;
      const struct {
        bool some;
        struct vertex_buffer_layout value;
      } *layouts;
      size_t length;
    } buffers;
    handle module;
    struct option_string entry_point;
    struct option_handle constants;
  } vertex;
  struct {
    bool some;
    struct {
      struct option_u8 topology;
      struct option_u8 strip_index_format;
      struct option_u8 front_face;
      struct option_u8 cull_mode;
      struct option_u8 unclipped_depth;
    } value;
  } primitive;
  struct {
    bool some;
    struct {
      enum texture_format format;
      struct option_u8 depth_write_enabled;
      struct option_u8 depth_compare;
      struct stencil_face stencil_front;
      struct stencil_face stencil_back;
      struct option_u32 stencil_read_mask;
      struct option_u32 stencil_write_mask;
      struct option_u32 depth_bias;
      struct option_f32 depth_bias_slope_scale;
      struct option_f32 depth_bias_clamp;
    } value;
  } depth_stencil;
  struct {
    bool some;
    struct {
      struct option_u32 count;
      struct option_u32 mask;
      struct option_u8 alpha_to_coverage_enabled;
    } value;
  } multisample;
  struct {
    bool some;
    struct {
      const struct color_target *targets;
      size_t targets_length;
      handle module;
      struct option_string entry_point;
      struct option_handle constants;
    } value;
  } fragment;
  struct {
    enum layout_tag tag;
    handle specific;
  } layout;
  struct option_string label;
};

enum error_filter : uint32_t { FILTER_VALIDATION };

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

WEBGPU("[method]gpu-device.create-texture")
handle gpu_device_create_texture(const struct create_texture_arguments *arguments);

WEBGPU("[method]gpu-device.create-render-pipeline")
handle gpu_device_create_render_pipeline(const struct create_render_pipeline_arguments *arguments);

WEBGPU("[method]gpu-device.push-error-scope")
void gpu_device_push_error_scope(handle device, enum error_filter filter);

WEBGPU("[method]gpu-device.pop-error-scope")
void gpu_device_pop_error_scope(handle device, struct result_error *result);

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

WEBGPU("[async-lower][method]gpu-queue.on-submitted-work-done")
uint32_t gpu_queue_on_submitted_work_done(handle queue);

// gpu-error

enum error_kind : uint32_t { ERROR_VALIDATION, ERROR_OUT_OF_MEMORY, ERROR_INTERNAL };

WEBGPU("[method]gpu-error.kind") enum error_kind gpu_error_kind(handle error);

// gpu-texture

struct create_view_arguments {
  handle texture;
  struct {
    bool some;
    struct {
      struct option_u8 format;
      struct option_u8 dimension;
      struct option_u8 usage;
      struct option_u8 aspect;
      struct option_u32 base_mip_level;
      struct option_u32 mip_level_count;
      struct option_u32 base_array_layer;
      struct option_u32 array_layer_count;
      struct option_string swizzle;
      struct option_string label;
    } value;
  } descriptor;
};

WEBGPU("[method]gpu-texture.create-view")
handle gpu_texture_create_view(const struct create_view_arguments *arguments);

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

enum load_op : uint8_t { LOAD_OP_LOAD, LOAD_OP_CLEAR };
enum store_op : uint8_t { STORE_OP_STORE, STORE_OP_DISCARD };

struct color_attachment {
  bool some;
  struct {
    handle view;
    struct option_u32 depth_slice;
    struct option_handle resolve_target;
    struct {
      bool some;
      struct {
        double r, g, b, a;
      } value;
    } clear_value;
    enum load_op load_op;
    enum store_op store_op;
  } value;
};

struct begin_render_pass_arguments {
  handle encoder;
  // A record of its own: it is aligned as the widest of its fields.
  struct {
    const struct color_attachment *color_attachments;
    size_t color_attachments_length;
    struct {
      bool some;
      struct {
        handle view;
        struct option_f32 depth_clear_value;
        struct option_u8 depth_load_op;
        struct option_u8 depth_store_op;
        struct option_u8 depth_read_only;
        struct option_u32 stencil_clear_value;
        struct option_u8 stencil_load_op;
        struct option_u8 stencil_store_op;
        struct option_u8 stencil_read_only;
      } value;
    } depth_stencil_attachment;
    struct option_handle occlusion_query_set;
    struct {
      bool some;
      struct {
        handle query_set;
        struct option_u32 beginning_of_pass_write_index;
        struct option_u32 end_of_pass_write_index;
      } value;
    } timestamp_writes;
    struct option_u64 max_draw_count;
    struct option_string label;
  } descriptor;
};


WEBGPU("[method]gpu-command-encoder.begin-render-pass")
handle gpu_command_encoder_begin_render_pass(const struct begin_render_pass_arguments *arguments);

struct copy_texture_to_buffer_arguments {
  handle encoder;
  struct {
    handle texture;
    struct option_u32 mip_level;
    struct {
      bool some;
      struct {
        struct option_u32 x, y, z;
      } value;
    } origin;
    struct option_u8 aspect;
  } source;
  struct {
    handle buffer;
    struct option_u64 offset;
    struct option_u32 bytes_per_row;
    struct option_u32 rows_per_image;
  } destination;
  struct extent size;
};

WEBGPU("[method]gpu-command-encoder.copy-texture-to-buffer")
void gpu_command_encoder_copy_texture_to_buffer(
    const struct copy_texture_to_buffer_arguments *arguments);

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

// gpu-render-pass-encoder

WEBGPU("[method]gpu-render-pass-encoder.set-pipeline")
void gpu_render_pass_encoder_set_pipeline(handle pass, handle pipeline);

WEBGPU("[method]gpu-render-pass-encoder.draw")
void gpu_render_pass_encoder_draw(handle pass, uint32_t vertices, uint32_t has_instances,
                                  uint32_t instances, uint32_t has_first_vertex,
                                  uint32_t first_vertex, uint32_t has_first_instance,
                                  uint32_t first_instance);

WEBGPU("[method]gpu-render-pass-encoder.end") void gpu_render_pass_encoder_end(handle pass);

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
WEBGPU("[resource-drop]gpu-render-pass-encoder") void gpu_render_pass_encoder_drop(handle);
WEBGPU("[resource-drop]gpu-render-pipeline") void gpu_render_pipeline_drop(handle);
WEBGPU("[resource-drop]gpu-shader-module") void gpu_shader_module_drop(handle);
WEBGPU("[resource-drop]gpu-texture") void gpu_texture_drop(handle);
WEBGPU("[resource-drop]gpu-texture-view") void gpu_texture_view_drop(handle);
