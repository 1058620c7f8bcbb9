;; A task that has returned and yields for ever must not keep later calls out, nor the end.
;; wasm-tools json-from-wast yielding.wast -o yielding.json --wasm-dir .
(component
  (core module $M
    (import "" "task.return" (func $return (param i32)))
    (global $calls (mut i32) (i32.const 0))
    (func (export "start") (result i32)
      (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
      (call $return (global.get $calls))
      (i32.const 1 (; YIELD ;)))
    (func (export "again") (param i32 i32 i32) (result i32)
      (i32.const 1 (; YIELD ;))))
  (canon task.return (result u32) (core func $return))
  (core instance $m (instantiate $M (with "" (instance
    (export "task.return" (func $return))))))
  (func (export "start") async (result u32)
    (canon lift (core func $m "start") async (callback (core func $m "again")))))
(assert_return (invoke "start") (u32.const 1))
(assert_return (invoke "start") (u32.const 2))
(assert_return (invoke "start") (u32.const 3))
