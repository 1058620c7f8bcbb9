;; As wit-component writes it: fills the table of the shim.
(module $wit-component:fixups
  ;; One type more than the shim, so that the indices differ.
  (type (;0;) (func))
  (type (;1;) (func (param i32 i32)))
  (type (;2;) (func (param i32) (result i64)))
  (import "" "0" (func (;0;) (type 1)))
  (import "" "1" (func (;1;) (type 2)))
  (import "" "$imports" (table (;0;) 4 4 funcref))
  (elem (;0;) (i32.const 0) func 0 1)
)
