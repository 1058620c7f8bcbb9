;; Blocks for an event of a waitable set in which nothing is.
(component
  (core module $Memory
    (memory (export "memory") 1))
  (core instance $memory (instantiate $Memory))
  (core module $Main
    (import "canon" "waitable-set.new" (func $waitable-set.new (result i32)))
    (import "canon" "waitable-set.wait" (func $waitable-set.wait (param i32 i32) (result i32)))
    (func $run (export "run")
      (call $wait-for-nothing (call $waitable-set.new)))
    (func $wait-for-nothing (param $set i32)
      (drop (call $waitable-set.wait (local.get $set) (i32.const 0)))
      unreachable))
  (canon waitable-set.new (core func $waitable-set.new))
  (canon waitable-set.wait (memory (core memory $memory "memory")) (core func $waitable-set.wait))
  (core instance $main (instantiate $Main
    (with "canon" (instance
      (export "waitable-set.new" (func $waitable-set.new))
      (export "waitable-set.wait" (func $waitable-set.wait))))))
  (func (export "run") async (canon lift (core func $main "run") async)))
