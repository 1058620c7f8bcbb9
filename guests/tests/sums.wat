;; Sums of the numbers that another component has as resources.
(component
  (import "radicchio:test/things" (instance $things
    (export "thing" (type $thing (sub resource)))
    (export "[constructor]thing" (func (param "n" u32) (result (own $thing))))
    (export "[method]thing.value" (func (param "self" (borrow $thing)) (result u32)))))
  (alias export $things "thing" (type $thing))
  (core func $value (canon lower (func $things "[method]thing.value")))
  (core func $make (canon lower (func $things "[constructor]thing")))
  (core func $drop (canon resource.drop $thing))
  (core module $Main
    (import "" "value" (func $value (param i32) (result i32)))
    (import "" "make" (func $make (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (func $taken (param i32) (result i32)
      (call $value (local.get 0))
      (call $drop (local.get 0)))
    (func (export "sum") (param i32 i32) (result i32)
      (i32.add (call $taken (local.get 0)) (call $taken (local.get 1))))
    (func (export "next") (param i32) (result i32)
      (call $make (i32.add (call $taken (local.get 0)) (i32.const 1)))))
  (core instance $main (instantiate $Main (with "" (instance
    (export "value" (func $value))
    (export "make" (func $make))
    (export "drop" (func $drop))))))
  (func $sum (param "x" (borrow $thing)) (param "y" (borrow $thing)) (result u32)
    (canon lift (core func $main "sum")))
  (func $next (param "x" (own $thing)) (result (own $thing)) (canon lift (core func $main "next")))
  (component $Sums
    (import "thing" (type $t (sub resource)))
    (import "sum" (func $sum (param "x" (borrow $t)) (param "y" (borrow $t)) (result u32)))
    (import "next" (func $next (param "x" (own $t)) (result (own $t))))
    (export $u "thing" (type $t))
    (export "sum" (func $sum)
      (func (param "x" (borrow $u)) (param "y" (borrow $u)) (result u32)))
    (export "next" (func $next) (func (param "x" (own $u)) (result (own $u)))))
  (instance $sums (instantiate $Sums
    (with "thing" (type $thing)) (with "sum" (func $sum)) (with "next" (func $next))))
  (export "radicchio:test/sums" (instance $sums)))
