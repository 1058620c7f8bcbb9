;; A command beside another function: wasi:cli/run fails, and `answer` gives 42.
(component
  (core module $Main
    (func (export "run") (result i32)
      (i32.const 1))
    (func (export "answer") (result i32)
      (i32.const 42)))
  (core instance $main (instantiate $Main))
  (func $run (result (result)) (canon lift (core func $main "run")))
  (instance $command (export "run" (func $run)))
  (export "wasi:cli/run@0.2.6" (instance $command))
  (func (export "answer") (result u32) (canon lift (core func $main "answer"))))
