;; Calls of one component to another, in loops as in host-calls.wat.
(component
  (component $Callee
    (core module $Main
      (memory (export "memory") 2)
      (func (export "add") (param $a i32) (param $b i32) (result i32)
        (i32.add (local.get $a) (local.get $b)))
      (func (export "length") (export "size") (param $bytes i32) (param $length i32) (result i32)
        (local.get $length))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32)
        ;; An argument overwrites that of the last call.
        (i32.const 1024)))
    (core instance $main (instantiate $Main))
    (alias core export $main "memory" (core memory $m))
    (alias core export $main "realloc" (core func $realloc))
    (func (export "add") (param "a" u32) (param "b" u32) (result u32)
      (canon lift (core func $main "add")))
    (func (export "length") (param "text" string) (result u32)
      (canon lift (core func $main "length") (memory $m) (realloc $realloc)))
    (func (export "size") (param "bytes" (list u8)) (result u32)
      (canon lift (core func $main "size") (memory $m) (realloc $realloc))))

  (component $Caller
    (import "add" (func $add (param "a" u32) (param "b" u32) (result u32)))
    (import "length" (func $length (param "text" string) (result u32)))
    (import "size" (func $size (param "bytes" (list u8)) (result u32)))

    (core module $Memory
      (memory (export "memory") 2)
      (data (i32.const 0) "thirty-two bytes of plain ASCII."))
    (core instance $memory (instantiate $Memory))
    (alias core export $memory "memory" (core memory $m))
    (core func $add' (canon lower (func $add)))
    (core func $length' (canon lower (func $length) (memory $m)))
    (core func $size' (canon lower (func $size) (memory $m)))

    (core module $Main
      (import "callee" "add" (func $add (param i32 i32) (result i32)))
      (import "callee" "length" (func $length (param i32 i32) (result i32)))
      (import "callee" "size" (func $size (param i32 i32) (result i32)))
      (func (export "add") (param $n i32) (result i32)
        (local $result i32)
        (loop $again
          (local.set $result (call $add (local.get $result) (local.get $n)))
          (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
        (local.get $result))
      (func (export "string") (param $n i32) (result i32)
        (local $result i32)
        (loop $again
          (local.set $result
            (i32.add (local.get $result) (call $length (i32.const 0) (i32.const 32))))
          (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
        (local.get $result))
      (func (export "bytes") (param $n i32) (result i32)
        (local $result i32)
        (loop $again
          (local.set $result
            (i32.add (local.get $result) (call $size (i32.const 0) (i32.const 65536))))
          (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
        (local.get $result)))
    (core instance $main (instantiate $Main
      (with "callee" (instance
        (export "add" (func $add'))
        (export "length" (func $length'))
        (export "size" (func $size'))))))
    (type $calls (func (param "n" u32) (result u32)))
    (func (export "add") (type $calls) (canon lift (core func $main "add")))
    (func (export "string") (type $calls) (canon lift (core func $main "string")))
    (func (export "bytes") (type $calls) (canon lift (core func $main "bytes"))))

  (instance $callee (instantiate $Callee))
  (instance $caller (instantiate $Caller
    (with "add" (func $callee "add"))
    (with "length" (func $callee "length"))
    (with "size" (func $callee "size"))))
  (export "add" (func $caller "add"))
  (export "string" (func $caller "string"))
  (export "bytes" (func $caller "bytes")))
