;; Uses example:words, which another component exports, and has nothing of its own but a memory.
;; `larger` counts two texts and says how many words the longer one has; `shout` hands a stream to
;; `upper`, and what that makes of it to its caller.
(component
  (import "example:words/counting@1.0.0" (instance $counting
    (export "tally" (type $tally (sub resource)))
    (export "[constructor]tally" (func (param "title" string) (result (own $tally))))
    (export "[method]tally.add"
      (func (param "self" (borrow $tally)) (param "text" string) (result u32)))
    (export "larger"
      (func (param "a" (borrow $tally)) (param "b" (borrow $tally)) (result u32)))))
  (import "example:words/flows@1.0.3" (instance $flows
    (export "upper" (func async (param "text" (stream u8)) (result (stream u8))))))
  (alias export $counting "tally" (type $tally))

  (core module $Memory
    (memory (export "memory") 1)
    (global $next (mut i32) (i32.const 64))
    (func (export "realloc") (param i32 i32 i32) (param $size i32) (result i32)
      (global.set $next (i32.add (global.get $next) (local.get $size)))
      (i32.sub (global.get $next) (local.get $size))))
  (core instance $memory (instantiate $Memory))

  (core module $Main
    (import "words" "new" (func $new (param i32 i32) (result i32)))
    (import "words" "add" (func $add (param i32 i32 i32) (result i32)))
    (import "words" "larger" (func $larger (param i32 i32) (result i32)))
    (import "words" "drop" (func $drop (param i32)))
    (import "words" "upper" (func $upper (param i32) (result i32)))
    (import "task" "return" (func $return (param i32)))
    (func $counted (param $at i32) (param $length i32) (result i32)
      (local $tally i32)
      (local.set $tally (call $new (local.get $at) (local.get $length)))
      (drop (call $add (local.get $tally) (local.get $at) (local.get $length)))
      (local.get $tally))
    (func (export "larger") (param i32 i32 i32 i32) (result i32)
      (local $a i32) (local $b i32) (local $larger i32)
      (local.set $a (call $counted (local.get 0) (local.get 1)))
      (local.set $b (call $counted (local.get 2) (local.get 3)))
      (local.set $larger (call $larger (local.get $a) (local.get $b)))
      (call $drop (local.get $a))
      (call $drop (local.get $b))
      (local.get $larger))
    (func (export "shout") (param $text i32)
      (call $return (call $upper (local.get $text)))))

  (alias export $counting "[constructor]tally" (func $new))
  (alias export $counting "[method]tally.add" (func $add))
  (alias export $counting "larger" (func $larger))
  (alias export $flows "upper" (func $upper))
  (core func $new (canon lower (func $new) (memory (core memory $memory "memory"))))
  (core func $add (canon lower (func $add) (memory (core memory $memory "memory"))))
  (core func $larger (canon lower (func $larger)))
  (core func $upper (canon lower (func $upper)))
  (canon resource.drop $tally (core func $drop))
  (type $bytes (stream u8))
  (canon task.return (result $bytes) (core func $return))
  (core instance $main (instantiate $Main
    (with "words" (instance
      (export "new" (func $new))
      (export "add" (func $add))
      (export "larger" (func $larger))
      (export "drop" (func $drop))
      (export "upper" (func $upper))))
    (with "task" (instance (export "return" (func $return))))))
  (func $larger-text (param "a" string) (param "b" string) (result u32)
    (canon lift (core func $main "larger")
      (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))
  (func $shout async (param "text" $bytes) (result $bytes)
    (canon lift (core func $main "shout") async))
  (instance $reports (export "larger" (func $larger-text)) (export "shout" (func $shout)))
  (export "example:report/reports" (instance $reports)))
