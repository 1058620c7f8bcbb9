#include "canonical.h"

extern unsigned char __heap_base;

#define PAGE 65536

// Where the host puts strings and lists. Nothing is given back: these programs are short.
EXPORT("cabi_realloc")
void *cabi_realloc(void *old, size_t old_size, size_t align, size_t new_size) {
  static uintptr_t next = (uintptr_t)&__heap_base;
  uintptr_t start = (next + align - 1) / align * align;
  uintptr_t end = start + new_size;
  uintptr_t capacity = __builtin_wasm_memory_size(0) * PAGE;
  if (end > capacity) {
    size_t missing = (end - capacity + PAGE - 1) / PAGE;
    if (__builtin_wasm_memory_grow(0, missing) == SIZE_MAX) {
      __builtin_trap();
    }
  }
  next = end;
  __builtin_memcpy((void *)start, old, old_size < new_size ? old_size : new_size);
  return (void *)start;
}
