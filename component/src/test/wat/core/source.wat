;; What kinds.wat imports.
(module $source
  (table (export "t") 1 2 externref)
  (memory (export "m") 1 2)
  (global (export "g") (mut i32) (i32.const 42))
  (global (export "c") f32 (f32.const 1.5))
  (tag (export "e") (param i32))
  (func (export "f") (param i32 f64) (result i64) (i64.extend_i32_s (local.get 0)))
  (func (export "fill") (param externref) (table.set 0 (i32.const 0) (local.get 0)))
)
