;; Is valid, but its module has SIMD instructions.
(component
  (core module $Main
    (func $run (export "run")
      (drop (i32x4.add (v128.const i32x4 1 2 3 4) (v128.const i32x4 5 6 7 8)))))
  (core instance $main (instantiate $Main))
  (func (export "run") (canon lift (core func $main "run"))))
