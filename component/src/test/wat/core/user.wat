;; Imports a memory and has data segments of its own.
(module $user
  (import "memory" "memory" (memory 1 3))
  (data $passive "USER")
  (data (i32.const 32) "user")
  (func (export "init") (param i32 i32 i32)
    (memory.init $passive (local.get 0) (local.get 1) (local.get 2)))
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  (func (export "size") (result i32) (memory.size))
)
