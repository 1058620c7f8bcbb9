;; `begin` returns at once, and calls the host's `note` in a later turn; `yield` returns in its second
;; turn.
(component
  (import "note" (func $note))
  (core module $Main
    (import "host" "note" (func $note))
    (import "task" "return" (func $return))
    (func (export "begin") (result i32)
      (call $return)
      (i32.const 1 (; YIELD ;)))
    (func (export "begin-callback") (param i32 i32 i32) (result i32)
      (call $note)
      (i32.const 0 (; EXIT ;)))
    (func (export "yield") (result i32) (i32.const 1 (; YIELD ;)))
    (func (export "yield-callback") (param i32 i32 i32) (result i32)
      (call $return)
      (i32.const 0 (; EXIT ;))))
  (core func $note (canon lower (func $note)))
  (core func $return (canon task.return))
  (core instance $main (instantiate $Main
    (with "host" (instance (export "note" (func $note))))
    (with "task" (instance (export "return" (func $return))))))
  (func (export "begin") async
    (canon lift (core func $main "begin") async (callback (core func $main "begin-callback"))))
  (func (export "yield") async
    (canon lift (core func $main "yield") async (callback (core func $main "yield-callback")))))
