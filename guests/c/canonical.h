// The canonical ABI, as a component sees it that is written without a bindings generator.
//
// Values in memory: a C struct has the layout of the record with the same fields, since both align
// each field to its size. A variant is a struct of its tag and a union. In parameters, records and
// variants are flattened to their numbers.
//
// Names of imports and exports are those that wit-component knows: `[async-lower]f` is the import f
// lowered asynchronously, `[future-read-0]f` reads the first future in the type of f, `$root` has
// the built-ins.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define IMPORT(module, name) __attribute__((import_module(module), import_name(name)))
#define EXPORT(name) __attribute__((export_name(name)))

// An index into the component's table of handles. No handle is 0.
typedef uint32_t handle;

struct string {
  const char *bytes;
  size_t length;
};

#define STRING(literal) ((struct string){(literal), sizeof(literal) - 1})

struct option_u8 {
  bool some;
  uint8_t value;
};

struct option_u32 {
  bool some;
  uint32_t value;
};

struct option_u64 {
  bool some;
  uint64_t value;
};

struct option_f32 {
  bool some;
  float value;
};

struct option_handle {
  bool some;
  handle value;
};

struct option_string {
  bool some;
  struct string value;
};

// What is passed flat for an option that is none: its tag, and a zero for each word of its value.
#define NONE 0, 0
#define NO_LIST 0, 0, 0
#define NO_STRING 0, 0, 0

// An asynchronously lowered call returns its state in the low four bits, and its subtask above
// them unless it has returned already.
enum subtask_state : uint32_t { SUBTASK_STARTING, SUBTASK_STARTED, SUBTASK_RETURNED };

static inline enum subtask_state subtask_state(uint32_t status) { return status & 0xf; }
static inline handle subtask(uint32_t status) { return status >> 4; }

// A read of a stream or future returns BLOCKED, or how it ended in the low four bits and the number
// of items above them.
#define BLOCKED UINT32_MAX
enum copy_result : uint32_t { COPY_COMPLETED, COPY_DROPPED, COPY_CANCELLED };

static inline enum copy_result copy_result(uint32_t code) { return code & 0xf; }
static inline uint32_t copied(uint32_t code) { return code >> 4; }

enum event : uint32_t {
  EVENT_NONE,
  EVENT_SUBTASK,
  EVENT_STREAM_READ,
  EVENT_STREAM_WRITE,
  EVENT_FUTURE_READ,
  EVENT_FUTURE_WRITE,
  EVENT_TASK_CANCELLED,
};

// What a callback answers. WAIT has the waitable set above its low four bits.
enum callback_code : uint32_t { CALLBACK_EXIT, CALLBACK_YIELD, CALLBACK_WAIT };

IMPORT("$root", "[waitable-set-new]") handle waitable_set_new(void);
IMPORT("$root", "[waitable-set-drop]") void waitable_set_drop(handle set);
IMPORT("$root", "[waitable-join]") void waitable_join(handle waitable, handle set);
IMPORT("$root", "[subtask-drop]") void subtask_drop(handle subtask);

struct event_payload {
  handle waitable;
  uint32_t code;
};

// Blocks until a waitable of the set has an event.
IMPORT("$root", "[waitable-set-wait]")
enum event waitable_set_wait(handle set, struct event_payload *payload);
