;; What nameless.wat imports.
(module $nameless-exports
  (type $to-int (func (result i32)))
  (global (export "g") i32 (i32.const 2))
  (memory (export "m") 1)
  (table (export "t") 1 10 funcref)
  (table (export "u") 1 (ref null $to-int))
)
