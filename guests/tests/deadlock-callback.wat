;; Returns to its host to be called back for an event of a waitable set in which nothing is.
(component
  (core module $Main
    (import "canon" "waitable-set.new" (func $waitable-set.new (result i32)))
    (func $run (export "run") (result i32)
      ;; CALLBACK_CODE WAIT is 2, the set stands above the low four bits.
      (i32.or (i32.const 2) (i32.shl (call $waitable-set.new) (i32.const 4))))
    (func $never-called (export "callback") (param $event i32) (param $waitable i32) (param $code i32)
      (result i32)
      unreachable))
  (canon waitable-set.new (core func $waitable-set.new))
  (core instance $main (instantiate $Main
    (with "canon" (instance (export "waitable-set.new" (func $waitable-set.new))))))
  (func (export "run") async
    (canon lift (core func $main "run") async (callback (core func $main "callback")))))
