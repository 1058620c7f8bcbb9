;; Begins ten threads that each write their number, in the order in which the host lets them run,
;; and returns what they wrote. `fail-unless-first` traps unless a thread of that number came first.
(component
  (core module $Memory
    (memory (export "memory") 1)
    (table (export "table") 1 1 funcref))
  (core instance $memory (instantiate $Memory))
  (core module $Main
    (import "memory" "memory" (memory 1))
    (import "thread" "new" (func $new (param i32 i32) (result i32)))
    (import "thread" "resume-later" (func $resume-later (param i32)))
    (import "thread" "yield" (func $yield (result i32)))
    (import "task" "return" (func $return (param i32 i32)))
    (import "task" "return-nothing" (func $return-nothing))
    (import "memory" "table" (table 1 1 funcref))
    (elem (i32.const 0) func $write)
    (global $written (mut i32) (i32.const 0))
    (func $write (param $number i32)
      (i32.store8 (global.get $written) (local.get $number))
      (global.set $written (i32.add (global.get $written) (i32.const 1))))
    (func $race
      (local $i i32)
      (global.set $written (i32.const 0))
      (loop $next
        (call $resume-later (call $new (i32.const 0) (local.get $i)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $next (i32.lt_u (local.get $i) (i32.const 10))))
      (loop $wait
        (drop (call $yield))
        (br_if $wait (i32.lt_u (global.get $written) (i32.const 10)))))
    (func (export "race")
      (call $race)
      (call $return (i32.const 0) (i32.const 10)))
    (func (export "fail-unless-first") (param $number i32)
      (call $race)
      (if (i32.ne (local.get $number) (i32.load8_u (i32.const 0)))
        (then unreachable))
      (call $return-nothing)))
  (core type $start (func (param i32)))
  (canon thread.yield (core func $yield))
  (canon thread.resume-later (core func $resume-later))
  (canon thread.new-indirect $start (core table $memory "table") (core func $new))
  (type $numbers (list u8))
  (canon task.return (result $numbers) (memory (core memory $memory "memory"))
    (core func $return))
  (canon task.return (core func $return-nothing))
  (core instance $main (instantiate $Main
    (with "memory" (instance $memory))
    (with "thread" (instance
      (export "new" (func $new))
      (export "resume-later" (func $resume-later))
      (export "yield" (func $yield))))
    (with "task" (instance
      (export "return" (func $return))
      (export "return-nothing" (func $return-nothing))))))
  (func (export "race") async (result $numbers)
    (canon lift (core func $main "race") async (memory (core memory $memory "memory"))))
  (func (export "fail-unless-first") async (param "number" u32)
    (canon lift (core func $main "fail-unless-first") async)))
