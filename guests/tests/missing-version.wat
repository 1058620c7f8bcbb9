;; Imports a version of wasi:webgpu that no host has.
(component
  (import "wasi:webgpu/webgpu@9.0.0" (instance
    (export "gpu" (type $gpu (sub resource)))
    (export "get-gpu" (func (result (own $gpu))))))
  (core module $Main
    (func $run (export "run")))
  (core instance $main (instantiate $Main))
  (func (export "run") (canon lift (core func $main "run"))))
