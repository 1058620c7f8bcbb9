;; Components in components, and every way to refer to what is around.
(component
  (core module $one (func (export "f") (result i32) (i32.const 1)))
  (core type $signature (func (result i32)))
  (component $leaf
    (import "give" (func $give (result u32)))
    (export "given" (func $give)))
  (component $middle
    (alias outer 1 $one (core module $one))
    (alias outer 1 $leaf (component $leaf))
    (core instance $i (instantiate $one))
    (func $f (result u32) (canon lift (core func $i "f")))
    (instance $bag (export "inner" (func $f)))
    (instance $l (instantiate $leaf (with "give" (func $bag "inner"))))
    (export "leaf" (instance $l)))
  (instance $m (instantiate $middle))
  (alias export $m "leaf" (instance $l))
  (export "result" (func $l "given")))
