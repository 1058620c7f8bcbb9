;; example:words@1.2.0. Its interface `counting` counts words, in tallies that write what they count
;; into the host's journal; a text without words is a problem, and so is one of more than 1000 bytes.
;; Its interface `flows` reads streams and futures and makes others of them: `upper` of bytes in upper
;; case, `up-to` of 1 to n, `doubled` of twice a number; `sum` and `wait` give what they have read.
(component
  (import "example:words/journal@1.0.0" (instance $journal
    (export "page" (type $page (sub resource)))
    (export "open" (func (param "title" string) (result (own $page))))
    (export "[method]page.write" (func (param "self" (borrow $page)) (param "line" string)))))
  (alias export $journal "page" (type $page))
  (alias export $journal "open" (func $open))
  (alias export $journal "[method]page.write" (func $page.write))

  ;; A memory from which nothing is ever freed: what is allocated lies after what was before.
  (core module $Memory
    (memory (export "memory") 1)
    (global $next (mut i32) (i32.const 4096))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $alignment i32)
      (param $size i32) (result i32)
      (local $at i32)
      (local.set $at
        (i32.and
          (i32.add (global.get $next) (i32.sub (local.get $alignment) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $alignment))))
      (global.set $next (i32.add (local.get $at) (local.get $size)))
      (if (i32.gt_u (global.get $next) (i32.mul (memory.size) (i32.const 65536)))
        (then
          (if (i32.eq (i32.const -1)
                (memory.grow
                  (i32.add (i32.const 1) (i32.div_u (local.get $size) (i32.const 65536)))))
            (then unreachable))))
      (local.get $at)))
  (core instance $memory (instantiate $Memory))

  (core module $Counting
    (import "memory" "memory" (memory 1))
    (import "memory" "realloc" (func $realloc (param i32 i32 i32 i32) (result i32)))
    (import "host" "open" (func $open (param i32 i32) (result i32)))
    (import "host" "write" (func $write (param i32 i32 i32)))
    (import "host" "drop" (func $close (param i32)))
    (import "tally" "new" (func $tally.new (param i32) (result i32)))
    (import "tally" "rep" (func $tally.rep (param i32) (result i32)))
    (import "tally" "drop" (func $tally.drop (param i32)))

    (func $words (param $at i32) (param $length i32) (result i32)
      (local $end i32) (local $inside i32) (local $words i32)
      (local.set $end (i32.add (local.get $at) (local.get $length)))
      (loop $next
        (if (i32.lt_u (local.get $at) (local.get $end))
          (then
            (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 32))
              (then (local.set $inside (i32.const 0)))
              (else
                (local.set $words
                  (i32.add (local.get $words) (i32.eqz (local.get $inside))))
                (local.set $inside (i32.const 1))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $next))))
      (local.get $words))

    ;; The result lies at 16: its case, and at 20 the count or the problem, at 24 the problem's length.
    (func (export "count") (param $at i32) (param $length i32) (result i32)
      (i32.store (i32.const 16) (i32.const 0))
      (i32.store (i32.const 20) (call $words (local.get $at) (local.get $length)))
      (if (i32.eqz (i32.load (i32.const 20)))
        (then
          (i32.store (i32.const 16) (i32.const 1))
          (i32.store (i32.const 20) (i32.const 0))))
      (if (i32.gt_u (local.get $length) (i32.const 1000))
        (then
          (i32.store (i32.const 16) (i32.const 1))
          (i32.store (i32.const 20) (i32.const 1))
          (i32.store (i32.const 24) (local.get $length))))
      (i32.const 16))

    ;; A tally is its page and its total.
    (func (export "new") (param $at i32) (param $length i32) (result i32)
      (local $tally i32)
      (local.set $tally
        (call $realloc (i32.const 0) (i32.const 0) (i32.const 4) (i32.const 8)))
      (i32.store (local.get $tally) (call $open (local.get $at) (local.get $length)))
      (i32.store offset=4 (local.get $tally) (i32.const 0))
      (call $tally.new (local.get $tally)))
    (func (export "destroy") (param $tally i32)
      (call $close (i32.load (local.get $tally))))
    (func (export "add") (param $tally i32) (param $at i32) (param $length i32) (result i32)
      (call $write (i32.load (local.get $tally)) (local.get $at) (local.get $length))
      (i32.store offset=4 (local.get $tally)
        (i32.add
          (i32.load offset=4 (local.get $tally))
          (call $words (local.get $at) (local.get $length))))
      (i32.load offset=4 (local.get $tally)))
    (func $total (export "total") (param $tally i32) (result i32)
      (i32.load offset=4 (local.get $tally)))
    (func (export "merge") (param $a i32) (param $b i32) (result i32)
      (local $tally i32)
      (local.set $tally (call $tally.rep (local.get $a)))
      (i32.store offset=4 (local.get $tally)
        (i32.add
          (call $total (local.get $tally))
          (call $total (call $tally.rep (local.get $b)))))
      (call $tally.drop (local.get $b))
      (local.get $a))
    (func (export "larger") (param $a i32) (param $b i32) (result i32)
      (select
        (call $total (local.get $a))
        (call $total (local.get $b))
        (i32.gt_u (call $total (local.get $a)) (call $total (local.get $b))))))

  ;; A tally's destructor is a function of the module that needs its handles, so it is reached
  ;; through a table.
  (core module $Destructor
    (type $destroy (func (param i32)))
    (table (export "table") 1 1 funcref)
    (func (export "destroy") (param i32)
      (call_indirect (type $destroy) (local.get 0) (i32.const 0))))
  (core instance $destructor (instantiate $Destructor))
  (core module $Fill
    (import "" "table" (table 1 1 funcref))
    (import "" "destroy" (func $destroy (param i32)))
    (elem (i32.const 0) func $destroy))

  (type $tally (resource (rep i32) (dtor (core func $destructor "destroy"))))
  (canon resource.new $tally (core func $tally.new))
  (canon resource.rep $tally (core func $tally.rep))
  (canon resource.drop $tally (core func $tally.drop))
  (canon resource.drop $page (core func $page.drop))
  (core func $open
    (canon lower (func $open)
      (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))
  (core func $page.write
    (canon lower (func $page.write) (memory (core memory $memory "memory"))))
  (core instance $counting (instantiate $Counting
    (with "memory" (instance $memory))
    (with "host" (instance
      (export "open" (func $open))
      (export "write" (func $page.write))
      (export "drop" (func $page.drop))))
    (with "tally" (instance
      (export "new" (func $tally.new))
      (export "rep" (func $tally.rep))
      (export "drop" (func $tally.drop))))))
  (core instance (instantiate $Fill
    (with "" (instance
      (export "table" (table $destructor "table"))
      (export "destroy" (func $counting "destroy"))))))

  (type $problem (variant (case "empty") (case "too-long" u32)))
  (func $count (param "text" string) (result (result u32 (error $problem)))
    (canon lift (core func $counting "count")
      (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))
  (func $new (param "title" string) (result (own $tally))
    (canon lift (core func $counting "new")
      (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))
  (func $add (param "self" (borrow $tally)) (param "text" string) (result u32)
    (canon lift (core func $counting "add")
      (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))
  (func $total (param "self" (borrow $tally)) (result u32)
    (canon lift (core func $counting "total")))
  (func $merge (param "a" (own $tally)) (param "b" (own $tally)) (result (own $tally))
    (canon lift (core func $counting "merge")))
  (func $larger (param "a" (borrow $tally)) (param "b" (borrow $tally)) (result u32)
    (canon lift (core func $counting "larger")))
  ;; Gives the types of the functions their names.
  (component $Counting-exports
    (type $variant (variant (case "empty") (case "too-long" u32)))
    (import "problem" (type $problem (eq $variant)))
    (import "tally" (type $tally (sub resource)))
    (import "count" (func $count (param "text" string) (result (result u32 (error $problem)))))
    (import "new" (func $new (param "title" string) (result (own $tally))))
    (import "add" (func $add (param "self" (borrow $tally)) (param "text" string) (result u32)))
    (import "total" (func $total (param "self" (borrow $tally)) (result u32)))
    (import "merge" (func $merge (param "a" (own $tally)) (param "b" (own $tally))
      (result (own $tally))))
    (import "larger" (func $larger (param "a" (borrow $tally)) (param "b" (borrow $tally))
      (result u32)))
    (export $the-problem "problem" (type $problem))
    (export $the-tally "tally" (type $tally))
    (export "count" (func $count)
      (func (param "text" string) (result (result u32 (error $the-problem)))))
    (export "[constructor]tally" (func $new)
      (func (param "title" string) (result (own $the-tally))))
    (export "[method]tally.add" (func $add)
      (func (param "self" (borrow $the-tally)) (param "text" string) (result u32)))
    (export "[method]tally.total" (func $total)
      (func (param "self" (borrow $the-tally)) (result u32)))
    (export "[static]tally.merge" (func $merge)
      (func (param "a" (own $the-tally)) (param "b" (own $the-tally)) (result (own $the-tally))))
    (export "larger" (func $larger)
      (func (param "a" (borrow $the-tally)) (param "b" (borrow $the-tally)) (result u32))))
  (instance $counting-exports (instantiate $Counting-exports
    (with "problem" (type $problem))
    (with "tally" (type $tally))
    (with "count" (func $count))
    (with "new" (func $new))
    (with "add" (func $add))
    (with "total" (func $total))
    (with "merge" (func $merge))
    (with "larger" (func $larger))))
  (export "example:words/counting@1.2.0" (instance $counting-exports))

  (core module $Flows
    (import "memory" "memory" (memory 1))
    (import "bytes" "new" (func $bytes.new (result i64)))
    (import "bytes" "read" (func $bytes.read (param i32 i32 i32) (result i32)))
    (import "bytes" "write" (func $bytes.write (param i32 i32 i32) (result i32)))
    (import "bytes" "drop-readable" (func $bytes.drop-readable (param i32)))
    (import "bytes" "drop-writable" (func $bytes.drop-writable (param i32)))
    (import "numbers" "new" (func $numbers.new (result i64)))
    (import "numbers" "read" (func $numbers.read (param i32 i32 i32) (result i32)))
    (import "numbers" "write" (func $numbers.write (param i32 i32 i32) (result i32)))
    (import "numbers" "drop-readable" (func $numbers.drop-readable (param i32)))
    (import "numbers" "drop-writable" (func $numbers.drop-writable (param i32)))
    (import "number" "new" (func $number.new (result i64)))
    (import "number" "read" (func $number.read (param i32 i32) (result i32)))
    (import "number" "read-async" (func $number.read-async (param i32 i32) (result i32)))
    (import "number" "cancel-read" (func $number.cancel-read (param i32) (result i32)))
    (import "number" "write" (func $number.write (param i32 i32) (result i32)))
    (import "number" "drop-readable" (func $number.drop-readable (param i32)))
    (import "number" "drop-writable" (func $number.drop-writable (param i32)))
    (import "task" "return-bytes" (func $return-bytes (param i32)))
    (import "task" "return-numbers" (func $return-numbers (param i32)))
    (import "task" "return-number" (func $return-number (param i32)))
    (import "task" "return-u64" (func $return-u64 (param i64)))
    (import "task" "return-u32" (func $return-u32 (param i32)))
    (import "task" "cancel" (func $task.cancel))
    (import "set" "new" (func $set.new (result i32)))
    (import "set" "join" (func $join (param i32 i32)))
    (import "set" "drop" (func $set.drop (param i32)))

    ;; What a copy returns is how it ended, 0 where there may be more, and 16 times the elements.

    ;; Each call has 64 bytes of its own to copy to and from.
    (global $free (mut i32) (i32.const 64))
    (func $buffer (result i32)
      (global.set $free (i32.add (global.get $free) (i32.const 64)))
      (if (i32.ge_u (global.get $free) (i32.const 4096))
        (then (global.set $free (i32.const 128))))
      (i32.sub (global.get $free) (i32.const 64)))

    (func (export "upper") (param $in i32)
      (local $ends i64) (local $out i32) (local $buffer i32) (local $i i32) (local $copied i32)
      (local $byte i32) (local $written i32)
      (local.set $buffer (call $buffer))
      (local.set $ends (call $bytes.new))
      (local.set $out (i32.wrap_i64 (i64.shr_u (local.get $ends) (i64.const 32))))
      (call $return-bytes (i32.wrap_i64 (local.get $ends)))
      (block $done
        (loop $more
          (local.set $copied
            (call $bytes.read (local.get $in) (local.get $buffer) (i32.const 64)))
          (local.set $i (i32.const 0))
          (loop $next
            (if (i32.lt_u (local.get $i) (i32.shr_u (local.get $copied) (i32.const 4)))
              (then
                (local.set $byte
                  (i32.load8_u (i32.add (local.get $buffer) (local.get $i))))
                (if (i32.lt_u (i32.sub (local.get $byte) (i32.const 97)) (i32.const 26))
                  (then
                    (i32.store8 (i32.add (local.get $buffer) (local.get $i))
                      (i32.sub (local.get $byte) (i32.const 32)))))
                (local.set $i (i32.add (local.get $i) (i32.const 1)))
                (br $next))))
          (local.set $i (i32.const 0))
          (loop $write
            (if (i32.lt_u (local.get $i) (i32.shr_u (local.get $copied) (i32.const 4)))
              (then
                (local.set $written
                  (call $bytes.write (local.get $out)
                    (i32.add (local.get $buffer) (local.get $i))
                    (i32.sub
                      (i32.shr_u (local.get $copied) (i32.const 4)) (local.get $i))))
                (br_if $done (i32.and (local.get $written) (i32.const 15)))
                (local.set $i
                  (i32.add (local.get $i) (i32.shr_u (local.get $written) (i32.const 4))))
                (br $write))))
          (br_if $more (i32.eqz (i32.and (local.get $copied) (i32.const 15))))))
      (call $bytes.drop-readable (local.get $in))
      (call $bytes.drop-writable (local.get $out)))

    (func (export "up-to") (param $n i32)
      (local $ends i64) (local $out i32) (local $buffer i32) (local $i i32)
      (local.set $buffer (call $buffer))
      (local.set $ends (call $numbers.new))
      (local.set $out (i32.wrap_i64 (i64.shr_u (local.get $ends) (i64.const 32))))
      (call $return-numbers (i32.wrap_i64 (local.get $ends)))
      (block $done
        (loop $next
          (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (i32.store (local.get $buffer) (local.get $i))
          (br_if $next
            (i32.eqz
              (i32.and
                (call $numbers.write (local.get $out) (local.get $buffer) (i32.const 1))
                (i32.const 15))))))
      (call $numbers.drop-writable (local.get $out)))

    (func (export "sum") (param $in i32)
      (local $sum i64) (local $buffer i32) (local $copied i32) (local $i i32)
      (local.set $buffer (call $buffer))
      (loop $more
        (local.set $copied
          (call $numbers.read (local.get $in) (local.get $buffer) (i32.const 16)))
        (local.set $i (i32.const 0))
        (loop $next
          (if (i32.lt_u (local.get $i) (i32.shr_u (local.get $copied) (i32.const 4)))
            (then
              (local.set $sum
                (i64.add (local.get $sum)
                  (i64.load32_u
                    (i32.add (local.get $buffer)
                      (i32.shl (local.get $i) (i32.const 2))))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br $next))))
        (br_if $more (i32.eqz (i32.and (local.get $copied) (i32.const 15)))))
      (call $numbers.drop-readable (local.get $in))
      (call $return-u64 (local.get $sum)))

    (func (export "doubled") (param $in i32)
      (local $ends i64) (local $out i32) (local $buffer i32)
      (local.set $buffer (call $buffer))
      (local.set $ends (call $number.new))
      (local.set $out (i32.wrap_i64 (i64.shr_u (local.get $ends) (i64.const 32))))
      (call $return-number (i32.wrap_i64 (local.get $ends)))
      (drop (call $number.read (local.get $in) (local.get $buffer)))
      (call $number.drop-readable (local.get $in))
      (i32.store (local.get $buffer)
        (i32.shl (i32.load (local.get $buffer)) (i32.const 1)))
      (drop (call $number.write (local.get $out) (local.get $buffer)))
      (call $number.drop-writable (local.get $out)))

    ;; One call at a time: what it waits for is kept in globals.
    (global $awaited (mut i32) (i32.const 0))
    (global $set (mut i32) (i32.const 0))
    (func (export "wait") (param $in i32) (result i32)
      (global.set $awaited (local.get $in))
      (global.set $set (call $set.new))
      (if (i32.eq (i32.const -1) (call $number.read-async (local.get $in) (i32.const 32)))
        (then
          (call $join (local.get $in) (global.get $set))
          (return (i32.or (i32.const 2) (i32.shl (global.get $set) (i32.const 4))))))
      (call $finish)
      (call $return-u32 (i32.load (i32.const 32)))
      (i32.const 0))
    (func $finish
      (call $join (global.get $awaited) (i32.const 0))
      (call $set.drop (global.get $set))
      (call $number.drop-readable (global.get $awaited)))
    ;; Event 6 is that the caller wants an end.
    (func (export "waited") (param $event i32) (param i32 i32) (result i32)
      (if (i32.eq (local.get $event) (i32.const 6))
        (then
          (call $join (global.get $awaited) (i32.const 0))
          (drop (call $number.cancel-read (global.get $awaited)))
          (call $finish)
          (call $task.cancel))
        (else
          (call $finish)
          (call $return-u32 (i32.load (i32.const 32)))))
      (i32.const 0)))

  (type $bytes (stream u8))
  (type $numbers (stream u32))
  (type $number (future u32))
  (canon stream.new $bytes (core func $bytes.new))
  (canon stream.read $bytes (memory (core memory $memory "memory")) (core func $bytes.read))
  (canon stream.write $bytes (memory (core memory $memory "memory")) (core func $bytes.write))
  (canon stream.drop-readable $bytes (core func $bytes.drop-readable))
  (canon stream.drop-writable $bytes (core func $bytes.drop-writable))
  (canon stream.new $numbers (core func $numbers.new))
  (canon stream.read $numbers (memory (core memory $memory "memory")) (core func $numbers.read))
  (canon stream.write $numbers (memory (core memory $memory "memory")) (core func $numbers.write))
  (canon stream.drop-readable $numbers (core func $numbers.drop-readable))
  (canon stream.drop-writable $numbers (core func $numbers.drop-writable))
  (canon future.new $number (core func $number.new))
  (canon future.read $number (memory (core memory $memory "memory")) (core func $number.read))
  (canon future.read $number async (memory (core memory $memory "memory"))
    (core func $number.read-async))
  (canon future.cancel-read $number (core func $number.cancel-read))
  (canon future.write $number (memory (core memory $memory "memory")) (core func $number.write))
  (canon future.drop-readable $number (core func $number.drop-readable))
  (canon future.drop-writable $number (core func $number.drop-writable))
  (canon task.return (result $bytes) (core func $return-bytes))
  (canon task.return (result $numbers) (core func $return-numbers))
  (canon task.return (result $number) (core func $return-number))
  (canon task.return (result u64) (core func $return-u64))
  (canon task.return (result u32) (core func $return-u32))
  (canon task.cancel (core func $task.cancel))
  (canon waitable-set.new (core func $set.new))
  (canon waitable.join (core func $join))
  (canon waitable-set.drop (core func $set.drop))
  (core instance $flows (instantiate $Flows
    (with "memory" (instance $memory))
    (with "bytes" (instance
      (export "new" (func $bytes.new))
      (export "read" (func $bytes.read))
      (export "write" (func $bytes.write))
      (export "drop-readable" (func $bytes.drop-readable))
      (export "drop-writable" (func $bytes.drop-writable))))
    (with "numbers" (instance
      (export "new" (func $numbers.new))
      (export "read" (func $numbers.read))
      (export "write" (func $numbers.write))
      (export "drop-readable" (func $numbers.drop-readable))
      (export "drop-writable" (func $numbers.drop-writable))))
    (with "number" (instance
      (export "new" (func $number.new))
      (export "read" (func $number.read))
      (export "read-async" (func $number.read-async))
      (export "cancel-read" (func $number.cancel-read))
      (export "write" (func $number.write))
      (export "drop-readable" (func $number.drop-readable))
      (export "drop-writable" (func $number.drop-writable))))
    (with "task" (instance
      (export "return-bytes" (func $return-bytes))
      (export "return-numbers" (func $return-numbers))
      (export "return-number" (func $return-number))
      (export "return-u64" (func $return-u64))
      (export "return-u32" (func $return-u32))
      (export "cancel" (func $task.cancel))))
    (with "set" (instance
      (export "new" (func $set.new))
      (export "join" (func $join))
      (export "drop" (func $set.drop))))))
  (func $upper async (param "text" $bytes) (result $bytes)
    (canon lift (core func $flows "upper") async))
  (func $up-to async (param "n" u32) (result $numbers)
    (canon lift (core func $flows "up-to") async))
  (func $sum async (param "numbers" $numbers) (result u64)
    (canon lift (core func $flows "sum") async))
  (func $doubled async (param "n" $number) (result $number)
    (canon lift (core func $flows "doubled") async))
  (func $wait async (param "n" $number) (result u32)
    (canon lift (core func $flows "wait") async (callback (core func $flows "waited"))))
  (instance $flows-exports
    (export "upper" (func $upper))
    (export "up-to" (func $up-to))
    (export "sum" (func $sum))
    (export "doubled" (func $doubled))
    (export "wait" (func $wait)))
  (export "example:words/flows@1.2.0" (instance $flows-exports)))
