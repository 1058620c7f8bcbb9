;; Imports a name twice, with two types.
(module
  (import "m" "f" (func $a (param i32) (result i32)))
  (import "m" "f" (func $b (param i64) (result i64)))
  (import "m" "f" (func $c (param i32) (result i32)))
  (func (export "a") (result i32) (call $a (i32.const 1)))
  (func (export "b") (result i64) (call $b (i64.const 1)))
  (func (export "c") (result i32) (call $c (i32.const 1)))
)
