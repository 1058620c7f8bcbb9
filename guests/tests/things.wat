;; A resource of numbers, and how many there are of them.
(component
  (core module $Count
    (global $live (mut i32) (i32.const 0))
    (func (export "gone") (param i32)
      (global.set $live (i32.sub (global.get $live) (i32.const 1))))
    (func (export "made") (global.set $live (i32.add (global.get $live) (i32.const 1))))
    (func (export "live") (result i32) (global.get $live))
    (func (export "value") (param i32) (result i32) (local.get 0)))
  (core instance $count (instantiate $Count))
  (type $thing (resource (rep i32) (dtor (core func $count "gone"))))
  (core func $new (canon resource.new $thing))
  (core module $Main
    (import "" "new" (func $new (param i32) (result i32)))
    (import "" "made" (func $made))
    (func (export "make") (param i32) (result i32) (call $made) (call $new (local.get 0))))
  (core instance $main (instantiate $Main (with "" (instance
    (export "new" (func $new))
    (export "made" (func $count "made"))))))
  (func $make (param "n" u32) (result (own $thing)) (canon lift (core func $main "make")))
  (func $value (param "self" (borrow $thing)) (result u32) (canon lift (core func $count "value")))
  (func $live (result u32) (canon lift (core func $count "live")))
  (component $Things
    (import "thing" (type $t (sub resource)))
    (import "make" (func $make (param "n" u32) (result (own $t))))
    (import "value" (func $value (param "self" (borrow $t)) (result u32)))
    (import "live" (func $live (result u32)))
    (export $u "thing" (type $t))
    (export "[constructor]thing" (func $make) (func (param "n" u32) (result (own $u))))
    (export "[method]thing.value" (func $value) (func (param "self" (borrow $u)) (result u32)))
    (export "live" (func $live)))
  (instance $things (instantiate $Things
    (with "thing" (type $thing)) (with "make" (func $make)) (with "value" (func $value))
    (with "live" (func $live))))
  (export "radicchio:test/things" (instance $things)))
