;; Calls to the host, in loops: one is too short to be measured. Each export calls `n` times, and
;; returns the last result or something of it. The host is `HostCalls.Host` in bench/.
(component
  (import "radicchio:bench/host" (instance $host
    (export "counter" (type $counter (sub resource)))
    (type $color' (enum "red" "green" "blue"))
    (export "color" (type $color (eq $color')))
    (type $access' (flags "read" "write" "execute"))
    (export "access" (type $access (eq $access')))
    (type $shape' (variant (case "circle" f32) (case "square" u32) (case "nothing")))
    (export "shape" (type $shape (eq $shape')))
    (type $settings' (record
      (field "size" u32)
      (field "count" (option u32))
      (field "low" (option f32))
      (field "high" (option f32))
      (field "mapped" bool)
      (field "offset" (option u64))
      (field "color" (option $color))
      (field "usage" u32)))
    (export "settings" (type $settings (eq $settings')))
    (export "add" (func (param "a" u32) (param "b" u32) (result u32)))
    (export "new-counter" (func (result (own $counter))))
    (export "pass" (func (param "counter" (own $counter)) (result (own $counter))))
    (export "[method]counter.add"
      (func (param "self" (borrow $counter)) (param "amount" u32) (result u32)))
    (export "length" (func (param "text" string) (result u32)))
    (export "greeting" (func (result string)))
    (export "configure" (func (param "settings" $settings) (result u32)))
    (export "configure-at" (func
      (param "x" u32) (param "y" u32) (param "z" u32) (param "w" u32)
      (param "settings" $settings) (result u32)))
    (export "size" (func (param "bytes" (list u8)) (result u32)))
    (export "count" (func (param "numbers" (list u32)) (result u32)))
    (export "paint" (func (param "color" $color) (param "access" $access) (result u32)))
    (export "area" (func (param "shape" $shape) (result u32)))
    (export "check" (func (param "value" u32) (result (result u32 (error $color)))))))

  (core module $Memory
    (memory (export "memory") 18)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      ;; What the host returns overwrites what it returned before.
      (i32.const 1024))
    (data (i32.const 0) "thirty-two bytes of plain ASCII.")
    ;; The parameters of `configure-at`: x, y, z, w, and the settings.
    (data (i32.const 256)
      "\01\00\00\00\02\00\00\00\03\00\00\00\04\00\00\00"
      "\00\04\00\00"                      ;; size 1024
      "\01\00\00\00\07\00\00\00"          ;; count 7
      "\01\00\00\00\00\00\00\3f"          ;; low 0.5
      "\00\00\00\00\00\00\00\00"          ;; high none
      "\01\00\00\00"                      ;; mapped
      "\01\00\00\00\00\00\00\00\00\01\00\00\00\00\00\00" ;; offset 256
      "\01\02\00\00"                      ;; color blue
      "\05\00\00\00"))                    ;; usage 5
  (core instance $memory (instantiate $Memory))
  (alias core export $memory "memory" (core memory $m))
  (alias core export $memory "realloc" (core func $realloc))

  (core func $add (canon lower (func $host "add")))
  (core func $new-counter (canon lower (func $host "new-counter")))
  (core func $pass (canon lower (func $host "pass")))
  (core func $counter-add (canon lower (func $host "[method]counter.add")))
  (core func $length (canon lower (func $host "length") (memory $m)))
  (core func $greeting (canon lower (func $host "greeting") (memory $m) (realloc $realloc)))
  (core func $configure (canon lower (func $host "configure")))
  (core func $configure-at (canon lower (func $host "configure-at") (memory $m)))
  (core func $size (canon lower (func $host "size") (memory $m)))
  (core func $count (canon lower (func $host "count") (memory $m)))
  (core func $paint (canon lower (func $host "paint")))
  (core func $area (canon lower (func $host "area")))
  (core func $check (canon lower (func $host "check") (memory $m)))
  (alias export $host "counter" (type $counter))
  (core func $drop-counter (canon resource.drop $counter))

  (core module $Main
    (import "memory" "memory" (memory 18))
    (import "host" "add" (func $add (param i32 i32) (result i32)))
    (import "host" "new-counter" (func $new-counter (result i32)))
    (import "host" "pass" (func $pass (param i32) (result i32)))
    (import "host" "counter-add" (func $counter-add (param i32 i32) (result i32)))
    (import "host" "drop-counter" (func $drop-counter (param i32)))
    (import "host" "length" (func $length (param i32 i32) (result i32)))
    (import "host" "greeting" (func $greeting (param i32)))
    (import "host" "configure" (func $configure
      (param i32 i32 i32 i32 f32 i32 f32 i32 i32 i64 i32 i32 i32) (result i32)))
    (import "host" "configure-at" (func $configure-at (param i32) (result i32)))
    (import "host" "size" (func $size (param i32 i32) (result i32)))
    (import "host" "count" (func $count (param i32 i32) (result i32)))
    (import "host" "paint" (func $paint (param i32 i32) (result i32)))
    (import "host" "area" (func $area (param i32 i32) (result i32)))
    (import "host" "check" (func $check (param i32 i32)))

    (func (export "add") (param $n i32) (result i32)
      (local $result i32)
      (loop $again
        (local.set $result (call $add (local.get $result) (local.get $n)))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $result))

    (func (export "borrow") (param $n i32) (result i32)
      (local $result i32) (local $counter i32)
      (local.set $counter (call $new-counter))
      (loop $again
        (local.set $result (call $counter-add (local.get $counter) (local.get $n)))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (call $drop-counter (local.get $counter))
      (local.get $result))

    (func (export "own") (param $n i32) (result i32)
      (local $counter i32)
      (local.set $counter (call $new-counter))
      (loop $again
        (local.set $counter (call $pass (local.get $counter)))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (call $drop-counter (local.get $counter))
      (local.get $counter))

    (func (export "string") (param $n i32) (result i32)
      (local $result i32)
      (loop $again
        (local.set $result
          (i32.add (local.get $result) (call $length (i32.const 0) (i32.const 32))))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $result))

    (func (export "string-result") (param $n i32) (result i32)
      (loop $again
        (call $greeting (i32.const 512))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (i32.load (i32.const 516)))

    (func (export "record-flat") (param $n i32) (result i32)
      (local $result i32)
      (loop $again
        (local.set $result (call $configure
          (i32.const 1024)
          (i32.const 1) (local.get $n)
          (i32.const 1) (f32.const 0.5)
          (i32.const 0) (f32.const 0)
          (i32.const 1)
          (i32.const 1) (i64.const 256)
          (i32.const 1) (i32.const 2)
          (i32.const 5)))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $result))

    (func (export "record-memory") (param $n i32) (result i32)
      (local $result i32)
      (loop $again
        (local.set $result (call $configure-at (i32.const 256)))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $result))

    (func $bytes (param $n i32) (param $length i32) (result i32)
      (local $result i32)
      (loop $again
        (local.set $result
          (i32.add (local.get $result) (call $size (i32.const 65536) (local.get $length))))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $result))
    (func (export "bytes-kilobyte") (param $n i32) (result i32)
      (call $bytes (local.get $n) (i32.const 1024)))
    (func (export "bytes-megabyte") (param $n i32) (result i32)
      (call $bytes (local.get $n) (i32.const 1048576)))

    (func (export "numbers-kilobyte") (param $n i32) (result i32)
      (local $result i32)
      (loop $again
        (local.set $result
          (i32.add (local.get $result) (call $count (i32.const 65536) (i32.const 256))))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $result))

    (func (export "enum-flags") (param $n i32) (result i32)
      (local $result i32)
      (loop $again
        (local.set $result
          (i32.add (local.get $result) (call $paint (i32.const 1) (i32.const 5))))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $result))

    (func (export "variant") (param $n i32) (result i32)
      (local $result i32)
      (loop $again
        (local.set $result
          (i32.add (local.get $result) (call $area (i32.const 1) (local.get $n))))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $result))

    (func (export "result") (param $n i32) (result i32)
      (loop $again
        (call $check (local.get $n) (i32.const 512))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (i32.load (i32.const 516))))
  (core instance $main (instantiate $Main
    (with "memory" (instance $memory))
    (with "host" (instance
      (export "add" (func $add))
      (export "new-counter" (func $new-counter))
      (export "pass" (func $pass))
      (export "counter-add" (func $counter-add))
      (export "drop-counter" (func $drop-counter))
      (export "length" (func $length))
      (export "greeting" (func $greeting))
      (export "configure" (func $configure))
      (export "configure-at" (func $configure-at))
      (export "size" (func $size))
      (export "count" (func $count))
      (export "paint" (func $paint))
      (export "area" (func $area))
      (export "check" (func $check))))))

  (type $calls (func (param "n" u32) (result u32)))
  (func (export "add") (type $calls) (canon lift (core func $main "add")))
  (func (export "borrow") (type $calls) (canon lift (core func $main "borrow")))
  (func (export "own") (type $calls) (canon lift (core func $main "own")))
  (func (export "string") (type $calls) (canon lift (core func $main "string")))
  (func (export "string-result") (type $calls) (canon lift (core func $main "string-result")))
  (func (export "record-flat") (type $calls) (canon lift (core func $main "record-flat")))
  (func (export "record-memory") (type $calls) (canon lift (core func $main "record-memory")))
  (func (export "bytes-kilobyte") (type $calls) (canon lift (core func $main "bytes-kilobyte")))
  (func (export "bytes-megabyte") (type $calls) (canon lift (core func $main "bytes-megabyte")))
  (func (export "numbers-kilobyte") (type $calls)
    (canon lift (core func $main "numbers-kilobyte")))
  (func (export "enum-flags") (type $calls) (canon lift (core func $main "enum-flags")))
  (func (export "variant") (type $calls) (canon lift (core func $main "variant")))
  (func (export "result") (type $calls) (canon lift (core func $main "result"))))
