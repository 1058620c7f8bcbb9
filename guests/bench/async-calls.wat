;; Asynchronous functions that the host calls, by both ABIs: `ready` ones complete at once, `await`
;; ones call the host's `later` and wait until it is done. Before they wait they call `release`, so
;; that a host can complete `later` when the call to it is certain to have gone on without a result.
(component
  (import "radicchio:bench/later" (instance $host
    (export "later" (func async (result u32)))
    (export "release" (func))))

  (core module $Memory (memory (export "memory") 1))
  (core instance $memory (instantiate $Memory))
  (alias core export $memory "memory" (core memory $m))

  (core func $later (canon lower (func $host "later") async (memory $m)))
  (core func $release (canon lower (func $host "release")))
  (core func $task-return (canon task.return (result u32)))
  (core func $set-new (canon waitable-set.new))
  (core func $set-wait (canon waitable-set.wait (memory $m)))
  (core func $join (canon waitable.join))
  (core func $subtask-drop (canon subtask.drop))

  (core module $Main
    (import "memory" "memory" (memory 1))
    (import "host" "later" (func $later (param i32) (result i32)))
    (import "host" "release" (func $release))
    (import "host" "task-return" (func $task-return (param i32)))
    (import "host" "set-new" (func $set-new (result i32)))
    (import "host" "set-wait" (func $set-wait (param i32 i32) (result i32)))
    (import "host" "join" (func $join (param i32 i32)))
    (import "host" "subtask-drop" (func $subtask-drop (param i32)))

    (global $set (mut i32) (i32.const 0))
    ;; Made by the first call and kept.
    (func $the-set (result i32)
      (if (i32.eqz (global.get $set))
        (then (global.set $set (call $set-new))))
      (global.get $set))

    ;; Calls `later`, whose result comes to address 16; returns its subtask, in the set.
    (func $begin (result i32)
      (local $status i32)
      (local.set $status (call $later (i32.const 16)))
      (if (i32.ne (i32.and (local.get $status) (i32.const 15)) (i32.const 1)) ;; STARTED
        (then unreachable))
      (local.set $status (i32.shr_u (local.get $status) (i32.const 4)))
      (call $join (local.get $status) (call $the-set))
      (call $release)
      (local.get $status))
    (func $end (param $subtask i32)
      (call $subtask-drop (local.get $subtask))
      (call $task-return (i32.load (i32.const 16))))

    (func (export "ready-callback") (result i32)
      (call $task-return (i32.const 7))
      (i32.const 0)) ;; EXIT
    (func (export "ready-stackful")
      (call $task-return (i32.const 7)))
    (func (export "await-callback") (result i32)
      (drop (call $begin))
      (i32.or (i32.const 2) (i32.shl (call $the-set) (i32.const 4)))) ;; WAIT
    (func (export "called-back") (param $event i32) (param $subtask i32) (param $state i32)
      (result i32)
      (call $end (local.get $subtask))
      (i32.const 0)) ;; EXIT
    (func (export "await-stackful")
      (local $subtask i32)
      (local.set $subtask (call $begin))
      (drop (call $set-wait (call $the-set) (i32.const 0)))
      (call $end (local.get $subtask))))
  (core instance $main (instantiate $Main
    (with "memory" (instance $memory))
    (with "host" (instance
      (export "later" (func $later))
      (export "release" (func $release))
      (export "task-return" (func $task-return))
      (export "set-new" (func $set-new))
      (export "set-wait" (func $set-wait))
      (export "join" (func $join))
      (export "subtask-drop" (func $subtask-drop))))))

  (alias core export $main "called-back" (core func $called-back))
  (func (export "ready-callback") async (result u32)
    (canon lift (core func $main "ready-callback") async (callback $called-back)))
  (func (export "ready-stackful") async (result u32)
    (canon lift (core func $main "ready-stackful") async))
  (func (export "await-callback") async (result u32)
    (canon lift (core func $main "await-callback") async (callback $called-back)))
  (func (export "await-stackful") async (result u32)
    (canon lift (core func $main "await-stackful") async)))
