;; What small.json and small.*.wasm are made of, in their folder:
;; wasm-tools json-from-wast small.wast -o small.json --wasm-dir .
(component definition $Doubler
  (core module $M
    (func (export "double") (param i32) (result i32)
      (i32.shl (local.get 0) (i32.const 1)))
    (func (export "trap") unreachable))
  (core instance $m (instantiate $M))
  (func (export "double") (param "n" u32) (result u32) (canon lift (core func $m "double")))
  (func (export "trap") (canon lift (core func $m "trap"))))
(component instance $d $Doubler)
(assert_return (invoke "double" (u32.const 21)) (u32.const 42))
(assert_return (invoke "double" (u32.const 21)) (u32.const 43))
(assert_trap (invoke "double" (u32.const 1)) "unreachable")
(assert_trap (invoke "trap") "integer overflow")
(component instance $d $Doubler)
(assert_trap (invoke "trap") "unreachable")
(assert_invalid (component (type (flags "a" "A"))) "unheard-of words")
(assert_malformed (component quote "(") "unexpected end")
