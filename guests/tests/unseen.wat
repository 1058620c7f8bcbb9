;; Makes a surface, and goes on when nobody sees that any more: `compute` never ends, `sleep` and `wait`
;; do so in an hour, by the clocks of WASI 0.2 and 0.3.
(component
  (import "wasi-gfx:surface/surface@0.2.0" (instance $surfaces
    (type $desc (record (field "height" (option u32)) (field "width" (option u32))))
    (export "create-desc" (type $create-desc (eq $desc)))
    (export "surface" (type $surface (sub resource)))
    (export "[constructor]surface" (func (param "desc" $create-desc) (result (own $surface))))))
  (import "wasi:io/poll@0.2.0" (instance $poll
    (export "pollable" (type $pollable (sub resource)))
    (export "[method]pollable.block" (func (param "self" (borrow $pollable))))))
  (alias export $poll "pollable" (type $pollable))
  (import "wasi:clocks/monotonic-clock@0.2.0" (instance $clock
    (alias outer 1 $pollable (type $pollable'))
    (export "pollable" (type $pollable (eq $pollable')))
    (export "subscribe-duration" (func (param "when" u64) (result (own $pollable))))))
  (import "wasi:clocks/monotonic-clock@0.3.0" (instance $waiting-clock
    (export "wait-for" (func async (param "how-long" u64)))))
  (core func $surface.new (canon lower (func $surfaces "[constructor]surface")))
  (core func $subscribe (canon lower (func $clock "subscribe-duration")))
  (core func $block (canon lower (func $poll "[method]pollable.block")))
  (core func $wait-for (canon lower (func $waiting-clock "wait-for")))
  (core module $Main
    (import "host" "surface.new" (func $surface.new (param i32 i32 i32 i32) (result i32)))
    (import "host" "subscribe" (func $subscribe (param i64) (result i32)))
    (import "host" "block" (func $block (param i32)))
    (import "host" "wait-for" (func $wait-for (param i64)))
    (global $hour i64 (i64.const 3_600_000_000_000))
    ;; As large as whoever shows it likes.
    (func $show
      (drop (call $surface.new (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))
    (func (export "compute")
      (call $show)
      (loop $forever (br $forever)))
    (func (export "sleep")
      (call $show)
      (call $block (call $subscribe (global.get $hour))))
    (func (export "wait")
      (call $show)
      (call $wait-for (global.get $hour))))
  (core instance $main (instantiate $Main
    (with "host" (instance
      (export "surface.new" (func $surface.new))
      (export "subscribe" (func $subscribe))
      (export "block" (func $block))
      (export "wait-for" (func $wait-for))))))
  (func (export "compute") (canon lift (core func $main "compute")))
  (func (export "sleep") (canon lift (core func $main "sleep")))
  (func (export "wait") async (canon lift (core func $main "wait") async)))
