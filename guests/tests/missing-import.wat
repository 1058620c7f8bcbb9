;; Imports an interface that no host has.
(component
  (import "radicchio:nowhere/teleport@1.2.3" (instance
    (export "beam" (func (param "name" string) (result bool)))))
  (core module $Main
    (func $run (export "run")))
  (core instance $main (instantiate $Main))
  (func (export "run") (canon lift (core func $main "run"))))
