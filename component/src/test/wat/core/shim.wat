;; As wit-component writes it: functions that others can import before what they call exists.
(module $wit-component:shim
  (type (;0;) (func (param i32 i32)))
  (type (;1;) (func (param i32) (result i64)))
  (table (;0;) 4 4 funcref)
  (export "0" (func 0))
  (export "1" (func 1))
  (export "2" (func 2))
  (export "3" (func 3))
  (export "$imports" (table 0))
  (func (;0;) (type 0) (param i32 i32)
    local.get 0
    local.get 1
    i32.const 0
    call_indirect (type 0))
  (func (;1;) (type 1) (param i32) (result i64)
    local.get 0
    i32.const 1
    call_indirect (type 1))
  (func (;2;) (type 1) (param i32) (result i64)
    local.get 0
    i32.const 2
    call_indirect (type 1))
  ;; This one does a little more, so that it runs compiled.
  (func (;3;) (type 1) (param i32) (result i64)
    local.get 0
    i32.const 1
    call_indirect (type 1)
    i64.const 100
    i64.add)
)
