;; Rules of validation: components that keep them, and ones that break them, with words of the error.

;; --- names

(assert_invalid (component (import "camelCase" (func))) "`camelCase` is not in kebab case")
(assert_invalid (component (import "a_b" (func))) "`a_b` is not in kebab case")
(assert_invalid (component (import "-a" (func))) "`-a` is not in kebab case")
(assert_invalid (component (import "a-" (func))) "`a-` is not in kebab case")
(assert_invalid (component (import "é" (func))) "`é` is not in kebab case")
(assert_invalid (component (import "[getter]a.b" (func))) "expected [constructor], [method] or [static]")
(assert_invalid (component (import "TEST:a/b" (func))) "`TEST` is not in lower case")
(assert_invalid (component (import "test:A/b" (func))) "`A` is not in lower case")
(assert_invalid (component (import "test:a" (func))) "expected `/` after package name")
(assert_invalid (component (import "test:a/b@1.2" (func))) "`1.2` is no version")
(assert_invalid (component (import "test:a/b@01.2.3" (func))) "`01.2.3` is no version")
(assert_invalid (component (import "test:a/b@1.2.3-01" (func))) "`1.2.3-01` is no version")
(component definition (import "test:a/b@1.2.3-1a.0.x-" (func)))
(component definition (import "test:a/b@1" (func)) (import "test:a/b@0.3" (func)))
(assert_invalid
  (component (import "test:a/b@1.2.3" (func)) (import "test:A-c/B@1.2.3" (func)))
  "is not in lower case")
(assert_invalid
  (component (import "test:a/b-c@1.2.3" (func)) (import "test:a/B-C@1.2.3" (func)))
  "import name `test:a/B-C@1.2.3` conflicts with previous name `test:a/b-c@1.2.3`")
(assert_invalid
  (component (import "f" (func $f)) (export "x" (func $f)) (export "X" (func $f)))
  "export name `X` conflicts with previous name `x`")
(component definition
  (import "r" (type $r (sub resource)))
  (import "[method]r.a" (func (param "self" (borrow $r))))
  (import "[static]r.b" (func)))
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (import "[method]r.a" (func (param "self" (borrow $r))))
    (import "[static]r.A" (func)))
  "import name `[static]r.A` conflicts with previous name `[method]r.a`")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (import "[method]r.a" (func (param "self" (own $r)))))
  "function should take a first argument of `(borrow $T)`")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (import "[constructor]r" (func (result (borrow $r)))))
  "function result cannot contain a `borrow` type")
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (import "s" (type $s (sub resource)))
    (import "[constructor]r" (func (result (own $s)))))
  "function does not match expected resource name `s`")
(assert_invalid (component (import "[static]r.a" (func))) "static resource name is not known")
(assert_invalid (component (import "a" (implements "b") (instance))) "`implements` must be an interface")
(assert_invalid (component (import "a" (implements "b:c/d") (func))) "only instances can have an `implements`")
(assert_invalid (component (import "a:b:c/d" (func))) "a nested one (a gated feature)")
(assert_invalid (component (import "a:b/c/d" (func))) "a nested interface (a gated feature)")

;; --- types

(assert_invalid (component (type (record))) "at least one field")
(assert_invalid (component (type (record (field "a" u8) (field "A" u8)))) "conflicts with previous field name")
(assert_invalid (component (type (variant))) "at least one case")
(assert_invalid (component (type (tuple))) "at least one type")
(assert_invalid (component (type (enum))) "at least one")
(assert_invalid (component (type (flags))) "at least one")
(assert_invalid (component (type (variant (case "a") (case "A")))) "conflicts with previous case name")
(assert_invalid (component (type (enum "a" "A"))) "conflicts with previous")
(assert_invalid (component (type (flags "a" "A"))) "conflicts with previous")
(assert_invalid (component (type (func (param "a" u8) (param "A" u8)))) "conflicts with previous parameter name")
(assert_invalid (component (type (variant (case "a_b")))) "variant case name `a_b` is not in kebab case")
(assert_invalid (component (type (list u8 0))) "length greater than zero")
(assert_invalid (component (type (list (list u32 65536) 1024))) "exceeds maximum byte size")
(assert_invalid (component (type (map f32 u8))) "map key must be a bool, integer, char or string, not `f32`")
(assert_invalid (component (type $f (func)) (type (option $f))) "type index 0 is not a defined type")
(assert_invalid (component (type $u u8) (type (own $u))) "type index 0 is not a resource type")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (type (stream (option (borrow $r)))))
  "stream element type cannot contain a `borrow` type")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (type (future (borrow $r))))
  "future element type cannot contain a `borrow` type")
(assert_invalid (component (type (stream char))) "`stream<char>` is not valid")
(assert_invalid (component (type (instance (type (resource (rep i32)))))) "within a concrete component")
(assert_invalid (component (type (resource (rep i64)))) "memory64")
(assert_invalid (component (import "f" (func (type 7)))) "unknown type 7: type index out of bounds")
(assert_invalid (component (import "f" (value string))) "values are a gated feature")

;; --- core types

(component definition
  (core type $f (func (param i32 i64) (result f32)))
  (core type (module
    (alias outer 1 $f (type $g))
    (import "a" "f" (func (type $g)))
    (import "a" "m" (memory 1 2 shared))
    (import "a" "t" (table 0 10 externref))
    (export "g" (global (mut f64)))
    (type $e (func (param i32)))
    (export "e" (tag (type $e)))))
  (core type (struct (field i8) (field (mut anyref))))
  (core type (array (mut i16))))
(assert_invalid (component (core type (module (import "" "m" (memory 65537))))) "memory size must be at most 65536")
(assert_invalid (component (core type (module (import "" "m" (memory 2 1))))) "minimum must not be greater than maximum")
(assert_invalid
  (component (core type $m (module)) (core type (module (alias outer 1 $m (type)))))
  "module types cannot be used in module types")

(assert_invalid (component (core type (module (import "a" "m" (memory i64 1))))) "memory64")
(assert_invalid (component (core type (module (import "a" "t" (table i64 1 funcref))))) "memory64")
(assert_invalid
  (component (core type (module (import "a" "m" (memory 1 shared)))))
  "shared memory must have maximum size")
(assert_invalid
  (component (core type (module (import "a" "b" (func)) (import "a" "b" (func)))))
  "duplicate import name")
(assert_invalid
  (component (core type (module (export "a" (memory 1)) (export "a" (memory 1)))))
  "export name `a` already defined")

;; --- core types that modules define, and references to them

(component definition
  (core module $a
    (type $f (func (param i32) (result i32)))
    (type $take (func (param (ref $f)) (result (ref null $f))))
    (func $id (export "f") (type $f) (local.get 0))
    (func (export "take") (type $take) (local.get 0))
    (global (export "g") (ref $f) (ref.func $id))
    (table (export "t") 1 (ref null $f)))
  (core module $b
    (type (struct))
    (type $f (func (param i32) (result i32)))
    (import "a" "take" (func (param (ref $f)) (result (ref null $f))))
    (import "a" "g" (global (ref null $f)))
    (import "a" "t" (table 1 (ref null $f))))
  (core module $above
    (import "a" "g" (global funcref)))
  (core instance $i (instantiate $a))
  (core instance (instantiate $b (with "a" (instance $i))))
  (core instance (instantiate $above (with "a" (instance $i)))))
(assert_invalid
  (component
    (core module $a
      (type $f (func (param i32)))
      (func (export "take") (param (ref $f))))
    (core module $b
      (type $f (func (param i64)))
      (import "a" "take" (func (param (ref $f)))))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected: (func (param (ref (func (param i64))))), found: (func (param (ref (func (param i32)))))")
(assert_invalid
  (component
    (core module $a
      (type $f (func))
      (func $id)
      (global (export "g") (ref $f) (ref.func $id)))
    (core module $b
      (type $f (sub (func)))
      (import "a" "g" (global (ref $f))))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected global type (ref (sub (func))), found (ref (func))")
(assert_invalid
  (component
    (core module $a
      (type $f (func))
      (table (export "t") 1 (ref null $f)))
    (core module $b
      (import "a" "t" (table 1 funcref)))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected table element type funcref, found (ref null (func))")
(assert_invalid
  (component
    (core module $a
      (func $id)
      (global (export "g") (mut (ref func)) (ref.func $id)))
    (core module $b
      (import "a" "g" (global (mut funcref))))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected global type funcref, found (ref func)")
(assert_invalid
  (component
    (core module $a (global (export "g") funcref (ref.null func)))
    (core module $b (import "a" "g" (global (ref func))))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected global type (ref func), found funcref")

;; A function's type is that of its definition: its group, what it is below, whether it is final.
(component definition
  (core module $a
    (type $base (sub (func (result i32))))
    (type $derived (sub final $base (func (result i32))))
    (func (export "f") (type $derived) (i32.const 0)))
  (core module $b
    (type $base (sub (func (result i32))))
    (import "a" "f" (func (type $base))))
  (core instance $i (instantiate $a))
  (core instance (instantiate $b (with "a" (instance $i)))))
(assert_invalid
  (component
    (core module $a
      (type $base (sub (func (result i32))))
      (type $derived (sub final $base (func (result i32))))
      (func (export "f") (type $base) (i32.const 0)))
    (core module $b
      (type $base (sub (func (result i32))))
      (type $derived (sub final $base (func (result i32))))
      (import "a" "f" (func (type $derived))))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected: (func (type (sub final (sub (func (result i32))) (func (result i32)))) (result i32)), found: (func (type (sub (func (result i32)))) (result i32))")
(assert_invalid
  (component
    (core module $a (func (export "f")))
    (core module $b
      (type $f (sub (func)))
      (import "a" "f" (func (type $f))))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected: (func (type (sub (func)))), found: (func)")
(assert_invalid
  (component
    (core module $a
      (rec (type $f (func)) (type (struct)))
      (func (export "f") (type $f)))
    (core module $b (import "a" "f" (func)))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected: (func), found: (func (type (rec (func) (struct)).0))")
(component definition
  (core module $a
    (rec (type $list (struct (field (ref null $list)) (field i8))) (type $make (func (result (ref $list)))))
    (func (export "make") (type $make) (struct.new_default $list)))
  (core module $b
    (type (func))
    (rec (type $list (struct (field (ref null $list)) (field i8))) (type $make (func (result (ref $list)))))
    (import "a" "make" (func (type $make))))
  (core instance $i (instantiate $a))
  (core instance (instantiate $b (with "a" (instance $i)))))
(assert_invalid
  (component
    (core module $a
      (rec (type $list (struct (field (ref null $list)) (field i8))) (type $make (func (result (ref $list)))))
      (func (export "make") (type $make) (struct.new_default $list)))
    (core module $b
      (rec (type $list (struct (field (ref null $list)) (field i16))) (type $make (func (result (ref $list)))))
      (import "a" "make" (func (type $make))))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected: (func (type (rec (struct (field (ref null rec.0)) (field i16)) (func (result (ref rec.0)))).1)")
(assert_invalid
  (component
    (core module $a (tag (export "e") (param i32)))
    (core module $b
      (type $e (sub (func (param i32))))
      (import "a" "e" (tag (type $e))))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected: (tag (param i32) (type (sub (func (param i32))))), found: (tag (param i32))")

;; The same types in the types of modules.
(component definition
  (core type $m (module
    (type $f (func (param i32)))
    (type $self (func (param (ref null $self))))
    (rec (type $a (struct (field (ref $b)))) (type $b (sub (array (mut (ref null $a))))))
    (type $c (sub final $b (array (mut (ref null $a)))))
    (import "a" "f" (func (param (ref $f) (ref $c)) (result (ref null $self))))
    (export "t" (table 1 (ref null 2)))))
  (core rec (type $x (func (result (ref $y)))) (type $y (sub (func (result (ref $x))))))
  (import "m" (core module $n
    (type $f (func (param i32)))
    (type $self (func (param (ref null $self))))
    (rec (type $a (struct (field (ref $b)))) (type $b (sub (array (mut (ref null $a))))))
    (type $c (sub final $b (array (mut (ref null $a)))))
    (import "a" "f" (func (param (ref $f) (ref $c)) (result (ref null $self))))
    (export "t" (table 1 (ref null 2)))))
  (component $c (import "m" (core module (type $m))))
  (instance (instantiate $c (with "m" (core module $n)))))
(assert_invalid
  (component
    (import "m" (core module $m
      (type $s (struct (field i32)))
      (export "g" (global (ref null 0)))))
    (component $c
      (import "m" (core module
        (type $s (struct (field (mut i32))))
        (export "g" (global (ref null 0))))))
    (instance (instantiate $c (with "m" (core module $m)))))
  "expected global type (ref null (struct (field (mut i32)))), found (ref null (struct (field i32)))")
(component definition
  (import "m" (core module $m
    (type $s (sub (struct (field i32))))
    (type $t (sub $s (struct (field i32) (field i64))))
    (export "g" (global (ref 1)))
    (export "n" (global nullref))))
  (component $c
    (import "m" (core module
      (type $s (sub (struct (field i32))))
      (export "g" (global (ref 0)))
      (export "n" (global (ref null 0))))))
  (component $d
    (import "m" (core module
      (export "g" (global (ref struct)))
      (export "n" (global i31ref)))))
  (component $e
    (import "m" (core module (export "g" (global anyref)) (export "n" (global eqref)))))
  (instance (instantiate $c (with "m" (core module $m))))
  (instance (instantiate $d (with "m" (core module $m))))
  (instance (instantiate $e (with "m" (core module $m)))))
(assert_invalid
  (component (core type (module (type $a (func)) (type $b (sub $a (func))))))
  "sub type cannot have a final super type: (sub (func) (func)) is below (func)")
(assert_invalid
  (component (core type (module (type $a (sub (func (param i32)))) (type $b (sub $a (func (param i64)))))))
  "sub type must match super type: expected one that can be below (sub (func (param i32)))")
(component definition
  (core type (module
    (type $s (sub (struct (field anyref))))
    (type $t (sub $s (struct (field eqref) (field i8))))
    (type $f (sub (func (param (ref $t)) (result anyref))))
    (type (sub $f (func (param (ref $s)) (result (ref i31))))))))
(assert_invalid
  (component (core type (module
    (type $s (sub (struct (field (mut anyref)))))
    (type (sub $s (struct (field (mut eqref))))))))
  "sub type must match super type")
(assert_invalid
  (component (core type (module (type (func (result i32))) (import "a" "e" (tag (type 0))))))
  "non-empty tag result type")
(assert_invalid
  (component
    (core type $s (struct))
    (core type (module (alias outer 1 $s (type $s)) (import "a" "f" (func (type $s))))))
  "core type 0 is not a func type")

;; --- aliases

(assert_invalid (component (alias outer 1 0 (type))) "invalid outer alias count of 1")
(assert_invalid
  (component $c (type $r (resource (rep i32))) (type $l (list (own $r))) (component (alias outer $c $l (type))))
  "transitively refers to resources")
(component definition $c
  (type $i (instance (export "r" (type $r (sub resource))) (export "f" (func (param "x" (borrow $r))))))
  (component (alias outer $c $i (type $i)) (import "i" (instance (type $i)))))
(assert_invalid
  (component (import "i" (instance $i (export "a" (func)))) (alias export $i "b" (func)))
  "instance 0 has no export named `b`")
(assert_invalid
  (component (import "i" (instance $i (export "a" (func)))) (alias export $i "a" (component)))
  "is not a component, but a func")

;; --- instantiation

(assert_invalid
  (component (component $c (import "a" (func))) (instance (instantiate $c)))
  "missing import named `a`: a func")
(assert_invalid
  (component
    (import "f" (func $f (param "x" u32)))
    (component $c (import "a" (func (param "x" s32))))
    (instance (instantiate $c (with "a" (func $f)))))
  "type mismatch in function parameter `x`: expected primitive `s32` found primitive `u32`")
(assert_invalid
  (component
    (import "f" (func $f async))
    (component $c (import "a" (func)))
    (instance (instantiate $c (with "a" (func $f)))))
  "expected `func()`, found `async func()`")
(assert_invalid
  (component
    (import "i" (instance $i (export "r" (type (sub resource)))))
    (import "r" (type $other (sub resource)))
    (import "f" (func $f (result (own $other))))
    (component $c
      (import "i" (instance $i (export "r" (type (sub resource)))))
      (alias export $i "r" (type $r))
      (import "f" (func (result (own $r)))))
    (instance (instantiate $c (with "i" (instance $i)) (with "f" (func $f)))))
  "resource types are not the same")
(component definition
  (import "c" (component $c
    (import "a" (component (import "x" (func)) (export "y" (func))))))
  (component $less (import "f" (func $f)) (export "y" (func $f)))
  (component $adapter (import "x" (func $f)) (export "y" (func $f)) (export "z" (func $f)))
  (instance (instantiate $c (with "a" (component $adapter)))))
(assert_invalid
  (component
    (import "c" (component $c (import "a" (component (export "y" (func))))))
    (component $needs (import "x" (func $f)) (export "y" (func $f)))
    (instance (instantiate $c (with "a" (component $needs)))))
  "missing expected import `x`: a func")
(assert_invalid
  (component
    (core module $m (import "a" "f" (func (param i32))))
    (core func $f (canon task.cancel))
    (core instance $i (export "g" (func $f)))
    (core instance (instantiate $m (with "a" (instance $i)))))
  "does not export an item named `f`")
(assert_invalid
  (component
    (core module $m (import "a" "f" (func (param i32))))
    (core func $f (canon task.cancel))
    (core instance $i (export "f" (func $f)))
    (core instance (instantiate $m (with "a" (instance $i)))))
  "expected: (func (param i32)), found: (func)")

;; --- which types imports and exports may refer to

(assert_invalid
  (component (type $r (resource (rep i32))) (export $e "r" (type $r)) (import "x" (type (eq $e))))
  "type not valid to be used as import")
(assert_invalid
  (component
    (type $r (resource (rep i32)))
    (import "i" (instance (export "x" (type (eq $r))))))
  "instance not valid to be used as import")
(component definition
  (import "r" (type $r (sub resource)))
  (import "i" (instance (export "x" (type $x (eq $r))) (export "f" (func (result (own $x)))))))
(assert_invalid
  (component (type $e (enum "a")) (import "f" (func (param "e" (option $e)))))
  "func not valid to be used as import")
(component definition
  (type $e (enum "a"))
  (import "e" (type $e2 (eq $e)))
  (import "f" (func (param "e" (option $e2)))))
(component definition
  (import "i" (instance $i (type $e (enum "a")) (export "e" (type (eq $e)))))
  (alias export $i "e" (type $e))
  (import "f" (func (param "e" $e))))

;; --- exports

(assert_invalid
  (component (import "f" (func $f (param "x" u8))) (export "g" (func $f) (func)))
  "ascribed type of export is not compatible with its type: expected 0 parameters, found 1")
(component definition
  (import "i" (instance $i (export "r" (type (sub resource))) (export "f" (func))))
  (export "j" (instance $i) (instance (export "r" (type (sub resource))))))

;; --- canonical definitions

(assert_invalid
  (component (import "f" (func $f (param "s" string))) (core func (canon lower (func $f))))
  "canonical option `memory` is required")
(assert_invalid
  (component
    (core module $m (memory (export "m") 1))
    (core instance $i (instantiate $m))
    (import "f" (func $f (result (list u8))))
    (core func (canon lower (func $f) (memory (core memory $i "m")))))
  "canonical option `realloc` is required")
(component definition
  (core module $m (memory (export "m") 1))
  (core instance $i (instantiate $m))
  (import "f" (func $f (result (list u8 12))))
  (core func (canon lower (func $f) (memory (core memory $i "m")))))
(assert_invalid
  (component
    (core module $m (memory (export "m") 1 2 shared))
    (core instance $i (instantiate $m))
    (import "f" (func $f (param "s" string)))
    (core func (canon lower (func $f) (memory (core memory $i "m")))))
  "must be a memory of 32 bits that is not shared")
(assert_invalid
  (component
    (core module $m (func (export "f") (param i32 i64) (result f32) unreachable))
    (core instance $i (instantiate $m))
    (func (param "a" u32) (param "b" u64) (result f64) (canon lift (core func $i "f"))))
  "lowered result types `[f64]` do not match result types `[f32]`")
(assert_invalid
  (component (import "f" (func $f)) (core func (canon lower (func $f) async)))
  "the `async` canonical option requires an async function type")
(assert_invalid
  (component
    (core module $m
      (func (export "f"))
      (func (export "c") (param i32 i32 i32) (result i32) unreachable))
    (core instance $i (instantiate $m))
    (func (canon lift (core func $i "f") (callback (core func $i "c")))))
  "canonical option `callback` requires `async` to also be specified")
(assert_invalid
  (component
    (core module $m (func (export "f") (result i32) unreachable) (func (export "c") (param i32)))
    (core instance $i (instantiate $m))
    (func async (canon lift (core func $i "f") async (callback (core func $i "c")))))
  "incorrect signature: expected (func (param i32 i32 i32) (result i32)), found (func (param i32))")
(assert_invalid
  (component
    (core module $m (func (export "f")))
    (core instance $i (instantiate $m))
    (func async (canon lift (core func $i "f") async (post-return (core func $i "f")))))
  "`post-return` cannot be specified with `async`")
(assert_invalid (component (core func (canon task.return (result string)))) "`memory` is required")
(assert_invalid
  (component
    (core module $m (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable))
    (core instance $i (instantiate $m))
    (core func (canon task.return (realloc (core func $i "r")))))
  "canonical option `realloc` cannot be specified for `task.return`")
(assert_invalid (component (core func (canon context.get i32 2))) "immediate must be less than 2")
(assert_invalid (component (core func (canon context.get i64 0))) "memory64")
(assert_invalid
  (component (type $s (stream u8)) (core func (canon stream.read $s async)))
  "canonical option `memory` is required")
(assert_invalid
  (component (type $s (future u8)) (core func (canon stream.new $s)))
  "type index 0 is not a stream type")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (core func (canon resource.rep $r)))
  "resource type `r` is not a local resource")
(assert_invalid
  (component
    (core module $m (table (export "t") 1 externref))
    (core instance $i (instantiate $m))
    (core type $f (func (param i32)))
    (core func (canon thread.new-indirect $f (core table $i "t"))))
  "threads are started from a table of funcref")
(component definition
  (type $a (result u8 (error u8)))
  (type $b (result $a (error $a)))
  (type $c (result $b (error $b)))
  (import "f" (func $f (param "x" $c)))
  (core func $lowered (canon lower (func $f)))
  (func (param "x" $c) (canon lift (core func $lowered))))
