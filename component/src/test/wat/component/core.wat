;; Core instances: an instantiation, one made of definitions, and aliases of each sort.
(component
  (core module $all
    (func (export "func") (param i32))
    (memory (export "memory") 1 2)
    (table (export "table") 3 funcref)
    (global (export "global") (mut i64) (i64.const 0))
    (tag (export "tag") (param i32)))
  (core instance $all (instantiate $all))
  (alias core export $all "func" (core func $func))
  (alias core export $all "memory" (core memory $memory))
  (alias core export $all "table" (core table $table))
  (alias core export $all "global" (core global $global))
  (alias core export $all "tag" (core tag $tag))
  (core instance $renamed
    (export "f" (func $func))
    (export "m" (memory $memory))
    (export "t" (table $table))
    (export "g" (global $global))
    (export "e" (tag $tag)))
  (core module $user
    (import "env" "f" (func (param i32)))
    (import "env" "m" (memory 1))
    (import "env" "t" (table 2 funcref))
    (import "env" "g" (global (mut i64)))
    (import "env" "e" (tag (param i32))))
  (core instance (instantiate $user (with "env" (instance $renamed)))))
