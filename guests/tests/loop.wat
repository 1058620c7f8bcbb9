;; Never ends.
(component
  (core module $Main
    (func $run (export "run")
      (call $wait-for-godot))
    (func $wait-for-godot
      (loop $forever
        (br $forever))))
  (core instance $main (instantiate $Main))
  (func (export "run") (canon lift (core func $main "run"))))
