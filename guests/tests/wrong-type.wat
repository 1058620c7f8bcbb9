;; Imports wasi:webgpu with a get-gpu that takes a name, and with a device whose limits are a number;
;; the interface's get-gpu takes nothing, and the limits are a resource.
(component
  (import "wasi:webgpu/webgpu@0.3.0-rc.2" (instance
    (export "gpu" (type $gpu (sub resource)))
    (export "gpu-device" (type $gpu-device (sub resource)))
    (export "get-gpu" (func (param "name" string) (result (own $gpu))))
    (export "[method]gpu-device.limits" (func (param "self" (borrow $gpu-device)) (result u32)))))
  (core module $Main
    (func $run (export "run")))
  (core instance $main (instantiate $Main))
  (func (export "run") (canon lift (core func $main "run"))))
