;; `spin` never ends, on a stack of its own: the component could wait in the middle of a turn.
(component
  (core module $Memory (memory (export "memory") 1))
  (core instance $memory (instantiate $Memory))
  (core module $Main
    (import "set" "wait" (func $wait (param i32 i32) (result i32)))
    (func (export "spin") (loop $on (br $on))))
  (core func $wait (canon waitable-set.wait (memory (core memory $memory "memory"))))
  (core instance $main (instantiate $Main (with "set" (instance (export "wait" (func $wait))))))
  (func (export "spin") async (canon lift (core func $main "spin") async)))
