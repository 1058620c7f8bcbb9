;; Ends in a trap, three named functions deep.
(component
  (core module $Main
    (func $run (export "run")
      (call $plan))
    (func $plan
      (call $divide-by-luck (i32.const 0)))
    (func $divide-by-luck (param $luck i32)
      (if (i32.eqz (local.get $luck))
        (then unreachable))))
  (core instance $main (instantiate $Main))
  (func (export "run") (canon lift (core func $main "run"))))
