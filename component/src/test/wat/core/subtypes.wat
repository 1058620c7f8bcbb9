;; Functions of a type and of one below it, of one that looks the same in a group of its own, and calls
;; by these types.
(module $subtypes
  (type $base (sub (func (result i32))))
  (type $derived (sub final $base (func (result i32))))
  (type $plain (func (result i32)))
  (rec (type $grouped (sub (func (result i32)))) (type (func)))
  (table (export "table") 8 funcref)
  (elem (i32.const 0) func $f-base $f-derived $f-plain $f-grouped)
  (func $f-base (export "base") (type $base) (i32.const 0))
  (func $f-derived (export "derived") (type $derived) (i32.const 1))
  (func $f-plain (type $plain) (i32.const 2))
  (func $f-grouped (type $grouped) (i32.const 3))
  (global (export "reference") (ref $base) (ref.func $f-derived))
)
