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

(component definition
  (import "a" (func)) (import "A-b" (func)) (import "a1-2-3" (func)) (import "B1-2-3" (func))
  (import "a11-w0rds" (func)) (import "A11-4CR0NYMS" (func)) (import "m1x3d-4CR0NYMS" (func))
  (import "get-JSON" (func)) (import "b-c:d-e2/f-G@1.0.0" (func)))
(assert_invalid (component (import "1-2-3" (func))) "`1-2-3` is not in kebab case")
(assert_invalid (component (import "aB" (func))) "`aB` is not in kebab case")
(assert_invalid (component (import "Ab" (func))) "`Ab` is not in kebab case")
(assert_invalid (component (import "a--b" (func))) "`a--b` is not in kebab case")
(assert_invalid (component (import "a b" (func))) "`a b` is not in kebab case")
(assert_invalid (component (import "" (func))) "`` is not in kebab case")
(assert_invalid (component (import "a/b" (func))) "`a/b` is not in kebab case")
(assert_invalid (component (import "[method]a" (func))) "failed to find `.` character")
(assert_invalid (component (import "[static]a." (func))) "`` is not in kebab case")
(assert_invalid (component (import "[method]a.b.c" (func))) "`b.c` is not in kebab case")
(assert_invalid (component (import "[constructor]" (func))) "`` is not in kebab case")
(assert_invalid (component (import "[constructor" (func))) "expected [constructor], [method] or [static]")
(assert_invalid (component (import ":b/c" (func))) "`` is not in kebab case")
(assert_invalid (component (import "a:/c" (func))) "`` is not in kebab case")
(assert_invalid (component (import "a:b/" (func))) "`` is not in kebab case")
(assert_invalid (component (import "a:b/c@" (func))) "`` is no version")
(assert_invalid (component (import "a:b/c@1.2.3+" (func))) "`1.2.3+` is no version")
(assert_invalid (component (import "a:b/c@0" (func))) "`0` is no version")
(assert_invalid (component (import "a:b/c@0.0" (func))) "`0.0` is no version")

;; The names of the explainer that can be beside each other, then those that cannot be added.
(component definition
  (import "foo" (type $foo (sub resource)))
  (import "foo-bar" (func))
  (import "[constructor]foo" (func (result (own $foo))))
  (import "[method]foo.bar" (func (param "self" (borrow $foo))))
  (import "[static]foo.baz" (func))
  (import "foo:bar/baz" (instance)))
(assert_invalid (component (import "foo" (func)) (import "foo" (func))) "`foo` conflicts with previous name `foo`")
(assert_invalid (component (import "foo" (func)) (import "FOO" (func))) "`FOO` conflicts with previous name `foo`")
(assert_invalid
  (component (import "foo-bar" (func)) (import "foo-BAR" (func)))
  "`foo-BAR` conflicts with previous name `foo-bar`")
(assert_invalid
  (component
    (import "foo" (type $foo (sub resource)))
    (import "[constructor]foo" (func (result (own $foo))))
    (import "[constructor]FOO" (func (result (own $foo)))))
  "`[constructor]FOO` conflicts with previous name `[constructor]foo`")
(assert_invalid
  (component
    (import "foo" (type $foo (sub resource)))
    (import "[method]foo.foo" (func (param "self" (borrow $foo)))))
  "`[method]foo.foo` conflicts with previous name `foo`")
(assert_invalid
  (component
    (import "foo-bar" (type $foo (sub resource)))
    (import "[static]foo-BAR.FOO-bar" (func)))
  "`[static]foo-BAR.FOO-bar` conflicts with previous name `foo-bar`")
(assert_invalid
  (component
    (import "foo" (type $foo (sub resource)))
    (import "[method]foo.bar" (func (param "self" (borrow $foo))))
    (import "[static]foo.bar" (func)))
  "`[static]foo.bar` conflicts with previous name `[method]foo.bar`")
(assert_invalid
  (component (import "foo:bar/baz" (instance)) (import "foo:bar/BAZ" (instance)))
  "`foo:bar/BAZ` conflicts with previous name `foo:bar/baz`")
;; In each scope that has names; the imports and the exports of a component are two.
(component definition (import "a" (func $f)) (export "a" (func $f)))
(assert_invalid (component (type (component (import "a" (func)) (import "A" (func))))) "conflicts with previous name `a`")
(assert_invalid (component (type (component (export "a" (func)) (export "A" (func))))) "conflicts with previous name `a`")
(assert_invalid (component (type (instance (export "a" (func)) (export "A" (func))))) "conflicts with previous name `a`")
(assert_invalid
  (component (import "f" (func $f)) (instance (export "a" (func $f)) (export "A" (func $f))))
  "conflicts with previous name `a`")

;; Annotated names, and the types of what they name.
(component definition
  (import "r" (type $r (sub resource)))
  (type $e (enum "a"))
  (import "e" (type $e2 (eq $e)))
  (import "[constructor]r" (func (param "x" u8) (result (result (own $r) (error $e2)))))
  (import "[method]r.a" (func (param "self" (borrow $r)) (param "x" u8)))
  (export $s "s" (type $r))
  (import "[static]r.b" (func async)))
(component definition
  (type (instance
    (export "r" (type $r (sub resource)))
    (export "[constructor]r" (func (result (own $r))))
    (export "s" (type $s (eq $r)))
    (export "[method]s.a" (func (param "self" (borrow $s)))))))
(assert_invalid
  (component (import "r" (type $r (sub resource))) (import "[constructor]r" (type (sub resource))))
  "it is not a func")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (import "[method]r.a" (instance)))
  "it is not a func")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (import "[static]r.a" (component)))
  "it is not a func")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (import "[constructor]r" (func)))
  "function should return one value")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (import "[constructor]r" (func (result u32))))
  "function should return `(own $T)` or `(result (own $T))`")
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (import "[constructor]r" (func (result (option (own $r))))))
  "function should return `(own $T)` or `(result (own $T))`")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (import "[method]r.a" (func)))
  "function should have at least one argument")
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (import "[method]r.a" (func (param "this" (borrow $r)))))
  "function should have a first argument called `self`, found `this`")
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (import "s" (type $s (sub resource)))
    (import "[method]r.a" (func (param "self" (borrow $s)))))
  "function does not match expected resource name `s`")
(assert_invalid
  (component (type $u u8) (import "r" (type (eq $u))) (import "[static]r.a" (func)))
  "static resource name is not known")
(assert_invalid
  (component
    (import "i" (instance $i (export "r" (type (sub resource)))))
    (alias export $i "r" (type $r))
    (import "[method]r.a" (func (param "self" (borrow $r)))))
  "resource used in function does not have a name in this context")
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (import "f" (func $f))
    (export "[static]r.a" (func $f)))
  "static resource name is not known")
(assert_invalid
  (component (import "[static]r.a" (func)) (import "r" (type (sub resource))))
  "static resource name is not known")

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

;; Labels are kebab case and not empty in each type that has them.
(assert_invalid (component (type (record (field "a_b" u8)))) "record field name `a_b` is not in kebab case")
(assert_invalid (component (type (record (field "" u8)))) "record field name cannot be empty")
(assert_invalid (component (type (flags "a" "B_"))) "flag name `B_` is not in kebab case")
(assert_invalid (component (type (enum "a-"))) "enum tag name `a-` is not in kebab case")
(assert_invalid (component (type (func (param "aB" u8)))) "function parameter name `aB` is not in kebab case")

;; Sizes, with pointers of 64 bits.
(component definition (type (flags
  "a0" "a1" "a2" "a3" "a4" "a5" "a6" "a7" "a8" "a9" "b0" "b1" "b2" "b3" "b4" "b5" "b6" "b7" "b8" "b9"
  "c0" "c1" "c2" "c3" "c4" "c5" "c6" "c7" "c8" "c9" "d0" "d1")))
(assert_invalid (component (type (flags
  "a0" "a1" "a2" "a3" "a4" "a5" "a6" "a7" "a8" "a9" "b0" "b1" "b2" "b3" "b4" "b5" "b6" "b7" "b8" "b9"
  "c0" "c1" "c2" "c3" "c4" "c5" "c6" "c7" "c8" "c9" "d0" "d1" "d2")))
  "cannot have more than 32 flags, found 33")
(component definition (type (list u8 268435455)))
(assert_invalid (component (type (list u8 268435456))) "exceeds maximum byte size")
(component definition (type (list string 16777215)))
(assert_invalid (component (type (list string 16777216))) "exceeds maximum byte size")
(component definition (type (list (option u64) 16777215)))
(assert_invalid (component (type (list (option u64) 16777216))) "exceeds maximum byte size")
(assert_invalid
  (component (type $l (list u8 268435455)) (type (tuple $l u8)))
  "exceeds maximum byte size")
(component definition (type $l (list u8 268435455)) (type (list $l)) (type (stream $l)))

;; Keys of maps.
(component definition
  (type (map bool u8)) (type (map s8 u8)) (type (map u8 u8)) (type (map s16 u8)) (type (map u16 u8))
  (type (map s32 u8)) (type (map u32 u8)) (type (map s64 u8)) (type (map u64 u8)) (type (map char u8))
  (type $k string) (type (map $k (list f32))))
(assert_invalid (component (type (map f64 u8))) "not `f64`")
(assert_invalid (component (type (map error-context u8))) "not `error-context`")
(assert_invalid (component (type (map (tuple u8) u8))) "not `tuple<u8>`")

;; What an index must be of.
(assert_invalid (component (type (list 0))) "unknown type 0: type index out of bounds")
(assert_invalid (component (type $r (resource (rep i32))) (type (list $r))) "type index 0 is not a defined type")
(assert_invalid (component (type $i (instance)) (type (option $i))) "type index 0 is not a defined type")
(assert_invalid (component (type $f (func)) (type (borrow $f))) "type index 0 is not a resource type, but func type")
(assert_invalid (component (type $u u8) (import "f" (func (type $u)))) "type index 0 is not a function type, but defined type `u8`")
(assert_invalid (component (type $u (func)) (import "f" (instance (type $u)))) "type index 0 is not an instance type, but func type")
(assert_invalid (component (type $u (instance)) (import "f" (component (type $u)))) "type index 0 is not a component type")
(assert_invalid (component (core type $f (func)) (import "m" (core module (type $f)))) "core type index 0 is not a module type")
(assert_invalid (component (import "r" (type (eq 0)))) "unknown type 0: type index out of bounds")

;; A borrow cannot be in a result, nor in a stream or future, however deep.
(component definition
  (import "r" (type $r (sub resource)))
  (type (func (param "a" (list (borrow $r))) (result (list (own $r)))))
  (type (stream (own $r))))
(assert_invalid
  (component (import "r" (type $r (sub resource))) (type $l (list (borrow $r))) (type (func (result (option $l)))))
  "function result cannot contain a `borrow` type")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (type $l (variant (case "a" (borrow $r)))) (type (future $l)))
  "future element type cannot contain a `borrow` type")
(assert_invalid
  (component (import "r" (type $r (sub resource))) (type $l (map u8 (borrow $r))) (type (func (result $l))))
  "function result cannot contain a `borrow` type")

;; Resource types.
(component definition
  (core module $m (func (export "d") (param i32)))
  (core instance $i (instantiate $m))
  (type (resource (rep i32) (dtor (core func $i "d")))))
(assert_invalid
  (component
    (core module $m (func (export "d") (param i64)))
    (core instance $i (instantiate $m))
    (type (resource (rep i32) (dtor (core func $i "d")))))
  "wrong signature for a destructor: expected (func (param i32)), found (func (param i64))")
(assert_invalid (component (type (resource (rep f32)))) "resources can only be represented by `i32`, found 0x7d")
(assert_invalid (component (type (component (type (resource (rep i32)))))) "within a concrete component")

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
(assert_invalid (component (core type (module (import "" "m" (memory 65537))))) "memory size must be at most 65536, found 65537")
(assert_invalid (component (core type (module (import "" "m" (memory 2 1))))) "minimum must not be greater than maximum, found 2 and 1 in a memory")
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
  "instance 0 has no export named `b`: it has `a`")
(assert_invalid
  (component (import "i" (instance $i (export "a" (func)))) (alias export $i "a" (component)))
  "is not a component, but a func")

;; Inside a type only types and instances have aliases.
(component definition
  (type (component
    (import "i" (instance $i (export "j" (instance (export "t" (type (sub resource)))))))
    (alias export $i "j" (instance $j))
    (alias export $j "t" (type $t))
    (export "f" (func (param "x" (borrow $t)))))))
(assert_invalid
  (component (type (component
    (import "i" (instance $i (export "f" (func))))
    (alias export $i "f" (func)))))
  "aliases in a type may only refer to types or instances")
(assert_invalid
  (component $c (component $d) (type (component (alias outer $c $d (component)))))
  "aliases in a type may only refer to types or instances")
(assert_invalid
  (component $c (core module $m) (type (instance (alias outer $c $m (core module)))))
  "aliases in a type may only refer to types or instances")
(component definition $c
  (core type $f (func))
  (type $t (record (field "a" u8)))
  (component $d)
  (core module $m)
  (type (component (alias outer $c $f (core type)) (alias outer $c $t (type))))
  (component
    (alias outer $c $f (core type))
    (alias outer $c $t (type))
    (alias outer $c $d (component))
    (alias outer $c $m (core module))))
(assert_invalid
  (component $c (component (alias outer $c 0 (type))) (type u8))
  "unknown type 0: type index out of bounds, of 0 defined before")
(assert_invalid
  (component $c (component (alias outer $c 0 (component))))
  "unknown component 0: component index out of bounds")
(assert_invalid
  (component $c (component (alias outer $c 0 (core module))))
  "unknown module 0: module index out of bounds")
(assert_invalid
  (component $c (component (alias outer $c 0 (core type))))
  "unknown core type 0: core type index out of bounds")
;; Resource types cannot be had from another component, but within one they can.
(assert_invalid
  (component $c (import "r" (type $r (sub resource))) (component (alias outer $c $r (type))))
  "transitively refers to resources")
(assert_invalid
  (component $c
    (import "r" (type $r (sub resource)))
    (type $f (func (param "x" (borrow $r))))
    (component (type (component (alias outer $c $f (type))))))
  "transitively refers to resources")
(component definition $c
  (import "r" (type $r (sub resource)))
  (type (component (type (instance (alias outer $c $r (type $s)) (export "f" (func (param "x" (borrow $s)))))))))
;; Exports of core instances, by their sort.
(component definition
  (core module $m
    (func (export "f")) (table (export "t") 1 funcref) (memory (export "m") 1)
    (global (export "g") i32 (i32.const 0)) (tag (export "e")))
  (core instance $i (instantiate $m))
  (alias core export $i "f" (core func))
  (alias core export $i "t" (core table))
  (alias core export $i "m" (core memory))
  (alias core export $i "g" (core global))
  (alias core export $i "e" (core tag)))
(assert_invalid
  (component
    (core module $m (func (export "f")))
    (core instance $i (instantiate $m))
    (alias core export $i "f" (core memory)))
  "export `f` for core instance 0 is not a memory, but (func)")
(assert_invalid
  (component
    (core module $m (func (export "f")))
    (core instance $i (instantiate $m))
    (alias core export $i "g" (core func)))
  "core instance 0 has no export named `g`: it has `f`")
(assert_invalid (component (alias export 0 "a" (func))) "unknown instance 0: instance index out of bounds")
(assert_invalid (component (alias core export 0 "a" (core func))) "unknown core instance 0")

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

(assert_invalid (component (instance (instantiate 0))) "unknown component 0: component index out of bounds")
(assert_invalid (component (core instance (instantiate 0))) "unknown module 0: module index out of bounds")
(assert_invalid
  (component (component $c) (instance (instantiate $c (with "a" (func 0)))))
  "unknown function 0: function index out of bounds")
(assert_invalid
  (component
    (import "f" (func $f))
    (component $c (import "a" (func)))
    (instance (instantiate $c (with "a" (func $f)) (with "a" (func $f)))))
  "instantiation argument `a` conflicts with previous argument `a`")
;; Arguments are found by the name as it is written, and what is not asked for may be given.
(assert_invalid
  (component
    (import "f" (func $f))
    (component $c (import "a" (func)))
    (instance (instantiate $c (with "A" (func $f)))))
  "missing import named `a`")
(component definition
  (import "f" (func $f))
  (component $c)
  (instance (instantiate $c (with "b" (func $f)))))
(assert_invalid
  (component
    (import "f" (func $f))
    (component $c (import "a" (instance)))
    (instance (instantiate $c (with "a" (func $f)))))
  "type mismatch for import `a`: expected instance, found func")
(assert_invalid
  (component
    (core module $m)
    (core instance $i (instantiate $m))
    (core instance (instantiate $m (with "a" (instance $i)) (with "a" (instance $i)))))
  "duplicate module instantiation argument named `a`")
(assert_invalid
  (component (core module $m (import "a" "f" (func))) (core instance (instantiate $m)))
  "missing module instantiation argument named `a`")
(assert_invalid
  (component
    (core func $f (canon task.cancel))
    (core instance (export "a" (func $f)) (export "a" (func $f))))
  "export name `a` already defined")
(assert_invalid
  (component (core module (import "a" "f" (func)) (import "a" "f" (func))))
  "duplicate import name `a:f`")
(assert_invalid
  (component
    (core module $a (memory (export "m") 1))
    (core module $b (import "a" "m" (memory 2)))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "mismatch in memory limits: expected: (memory 2), found: (memory 1)")
(assert_invalid
  (component
    (core module $a (memory (export "m") 1))
    (core module $b (import "a" "m" (memory 1 2)))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "mismatch in memory limits: expected: (memory 1 2), found: (memory 1)")
(assert_invalid
  (component
    (core module $a (memory (export "m") 1 1 shared))
    (core module $b (import "a" "m" (memory 1 1)))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "mismatch in the shared flag for memories")
(assert_invalid
  (component
    (core module $a (table (export "t") 1 2 funcref))
    (core module $b (import "a" "t" (table 1 1 funcref)))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "mismatch in table limits: expected: (table 1 1 funcref), found: (table 1 2 funcref)")
(assert_invalid
  (component
    (core module $a (global (export "g") (mut i32) (i32.const 0)))
    (core module $b (import "a" "g" (global i32)))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "global types differ in mutability")
(assert_invalid
  (component
    (core module $a (func (export "g")))
    (core module $b (import "a" "g" (global i32)))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "expected global, found func")

;; Types of values are equal by structure, each resource type to itself alone.
(component definition
  (type $l (list string))
  (import "f" (func $f (param "x" (list $l))))
  (component $c
    (type $m (list string))
    (type $n (list $m))
    (import "f" (func (param "x" $n))))
  (instance (instantiate $c (with "f" (func $f)))))
(assert_invalid
  (component
    (import "f" (func $f (param "x" (tuple u8 u8))))
    (component $c (type $r (record (field "a" u8) (field "b" u8))) (import "r" (type $s (eq $r))) (import "f" (func (param "x" $s))))
    (type $r (record (field "a" u8) (field "b" u8)))
    (instance (instantiate $c (with "r" (type $r)) (with "f" (func $f)))))
  "expected record, found tuple")
(assert_invalid
  (component
    (type $r (resource (rep i32)))
    (type $s (resource (rep i32)))
    (component $c
      (import "r" (type $r (sub resource)))
      (import "s" (type (eq $r))))
    (instance (instantiate $c (with "r" (type $r)) (with "s" (type $s)))))
  "resource types are not the same")
;; The explainer's examples of what takes the place of an imported resource type.
(component definition
  (import "c1" (component $c1
    (import "t" (type $t (sub resource)))
    (export "foo" (func (param "x" (own $t))))))
  (import "c2" (component $c2
    (import "t" (type $t (sub resource)))
    (import "foo" (func (param "x" (own $t))))))
  (type $r (resource (rep i32)))
  (instance $i1 (instantiate $c1 (with "t" (type $r))))
  (alias export $i1 "foo" (func $foo))
  (instance (instantiate $c2 (with "t" (type $r)) (with "foo" (func $foo)))))
(assert_invalid
  (component
    (component $c (type $r (resource (rep i32))) (export "r" (type $r)))
    (instance $one (instantiate $c))
    (instance $two (instantiate $c))
    (alias export $one "r" (type $r1))
    (alias export $two "r" (type $r2))
    (component $d (import "r" (type $r (sub resource))) (import "s" (type (eq $r))))
    (instance (instantiate $d (with "r" (type $r1)) (with "s" (type $r2)))))
  "resource types are not the same")
;; The second export of a resource type equals the first, unless its type is said to be another.
(assert_invalid
  (component
    (component $c
      (type $r (resource (rep i32)))
      (export "r1" (type $r))
      (export "r2" (type $r) (type (sub resource))))
    (instance $i (instantiate $c))
    (alias export $i "r1" (type $r1))
    (alias export $i "r2" (type $r2))
    (component $d (import "r" (type $r (sub resource))) (import "s" (type (eq $r))))
    (instance (instantiate $d (with "r" (type $r1)) (with "s" (type $r2)))))
  "resource types are not the same")
(component definition
  (component $c
    (type $r (resource (rep i32)))
    (export "r1" (type $r))
    (export "r2" (type $r)))
  (instance $i (instantiate $c))
  (alias export $i "r1" (type $r1))
  (alias export $i "r2" (type $r2))
  (component $d (import "r" (type $r (sub resource))) (import "s" (type (eq $r))))
  (instance (instantiate $d (with "r" (type $r1)) (with "s" (type $r2)))))

;; A type that is said to equal another has no more than that.
(component definition
  (component $c (type $i (instance (export "a" (func)) (export "b" (func)))) (import "t" (type (eq $i))))
  (type $j (instance (export "b" (func)) (export "a" (func))))
  (instance (instantiate $c (with "t" (type $j)))))
(assert_invalid
  (component
    (component $c (type $i (instance (export "a" (func)))) (import "t" (type (eq $i))))
    (type $j (instance (export "a" (func)) (export "b" (func))))
    (instance (instantiate $c (with "t" (type $j)))))
  "type mismatch for import `t`: export `b` is not expected: the types must be equal")
(assert_invalid
  (component
    (component $c (type $i (component (import "a" (func)))) (import "t" (type (eq $i))))
    (type $j (component))
    (instance (instantiate $c (with "t" (type $j)))))
  "type mismatch for import `t`: missing import `a`: the types must be equal")
(assert_invalid
  (component
    (component $c
      (type $i (instance (export "r" (type (sub resource)))))
      (import "t" (type (eq $i))))
    (type $r (resource (rep i32)))
    (type $j (instance (export "r" (type (eq $r)))))
    (instance (instantiate $c (with "t" (type $j)))))
  "type mismatch for import `t`: r: expected resource")
(assert_invalid
  (component
    (component $c
      (type $i (component (import "m" (core module (export "a" (func))))))
      (import "t" (type (eq $i))))
    (type $j (component (import "m" (core module (export "a" (func)) (export "b" (func))))))
    (instance (instantiate $c (with "t" (type $j)))))
  "import m: missing expected export `b`")

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

;; What each definition may and must have. Where it says libc, the build puts the module of libc.inc.

(assert_invalid
  (component (;libc;) (core func (canon task.return string-encoding=utf8 string-encoding=utf8)))
  "canonical encoding option `utf8` conflicts with option `utf8`")
(assert_invalid
  (component (;libc;) (core func (canon task.return string-encoding=utf8 string-encoding=utf16)))
  "canonical encoding option `utf8` conflicts with option `utf16`")
(assert_invalid
  (component (;libc;) (core func (canon task.return string-encoding=latin1+utf16 string-encoding=utf8)))
  "canonical encoding option `latin1-utf16` conflicts with option `utf8`")
(assert_invalid
  (component (;libc;) (core func (canon task.return (memory (core memory $i "m")) (memory (core memory $i "m")))))
  "canonical option `memory` is specified more than once")
(assert_invalid
  (component (;libc;)
    (import "f" (func $f)) (core func (canon lower (func $f) (memory (core memory $i "m")) (realloc (core func $i
    "r")) (realloc (core func $i "r")))))
  "canonical option `realloc` is specified more than once")
(assert_invalid
  (component (;libc;) (import "f" (func $f async)) (core func (canon lower (func $f) async async)))
  "canonical option `async` is specified more than once")
(assert_invalid
  (component (;libc;)
    (func (canon lift (core func $i "f") (post-return (core func $i "f")) (post-return (core func $i "f")))))
  "canonical option `post-return` is specified more than once")
(assert_invalid
  (component (;libc;)
    (func async (canon lift (core func $i "i") async (callback (core func $i "c")) (callback (core func $i
    "c")))))
  "canonical option `callback` is specified more than once")
(assert_invalid
  (component (;libc;) (import "f" (func $f)) (core func (canon lower (func $f) (realloc (core func $i "r")))))
  "canonical option `realloc` requires `memory` to also be specified")
(assert_invalid
  (component (;libc;)
    (import "f" (func $f)) (core func (canon lower (func $f) (memory (core memory $i "m")) (realloc (core func $i
    "c")))))
  "canonical option `realloc` uses a core function with an incorrect signature: expected (func (param i32 i32 i32 i32) (result i32)), found (func (param i32 i32 i32) (result i32))")
(assert_invalid
  (component (;libc;) (import "f" (func $f)) (core func (canon lower (func $f) (memory (core memory $i "s")))))
  "must be a memory of 32 bits that is not shared, found (memory 1 1 shared)")
(assert_invalid
  (component (;libc;) (import "f" (func $f async)) (core func (canon lower (func $f) (post-return (core func $i "f")))))
  "canonical option `post-return` cannot be specified for lowerings")
(assert_invalid
  (component (;libc;)
    (import "f" (func $f async)) (core func (canon lower (func $f) async (callback (core func $i "c")))))
  "canonical option `callback` cannot be specified for lowerings")
(assert_invalid
  (component (;libc;) (core func (canon task.return (memory (core memory $i "m")) (post-return (core func $i "f")))))
  "canonical option `post-return` cannot be specified for `task.return`")
(assert_invalid
  (component (;libc;) (core func (canon task.return (memory (core memory $i "m")) async (callback (core func $i "c")))))
  "canonical option `async` cannot be specified for `task.return`")
(assert_invalid
  (component (;libc;) (core func (canon task.return (memory (core memory $i "m")) async)))
  "canonical option `async` cannot be specified for `task.return`")
(assert_invalid
  (component (;libc;)
    (type $s (stream u8)) (core func (canon stream.read $s (memory (core memory $i "m")) (post-return (core func
    $i "f")))))
  "canonical option `post-return` cannot be specified for reads and writes of streams and futures")
(assert_invalid
  (component (;libc;)
    (type $s (stream u8)) (core func (canon stream.read $s (memory (core memory $i "m")) async (callback (core
    func $i "c")))))
  "canonical option `callback` cannot be specified for reads and writes of streams and futures")
(assert_invalid
  (component (;libc;)
    (core func (canon error-context.new (memory (core memory $i "m")) (post-return (core func $i "f")))))
  "canonical option `post-return` cannot be specified for `error-context` built-ins")
(assert_invalid
  (component (;libc;)
    (core func (canon error-context.new (memory (core memory $i "m")) async (callback (core func $i "c")))))
  "canonical option `async` cannot be specified for `error-context` built-ins")
(assert_invalid
  (component (;libc;) (core func (canon error-context.new (memory (core memory $i "m")) async)))
  "canonical option `async` cannot be specified for `error-context` built-ins")
(component definition (;libc;)
  (core func (canon task.return (result string) (memory (core memory $i "m")) string-encoding=utf16)))
(assert_invalid
  (component (;libc;) (func (param "a" u32) (canon lift (core func $i "f"))))
  "lowered parameter types `[i32]` do not match parameter types `[]` of core function")
(assert_invalid
  (component (;libc;) (func (canon lift (core func $i "i"))))
  "lowered result types `[]` do not match result types `[i32]` of core function")
(assert_invalid
  (component (;libc;) (func async (canon lift (core func $i "i") async)))
  "lowered result types `[]` do not match result types `[i32]` of core function")
(assert_invalid
  (component (;libc;) (func async (canon lift (core func $i "f") async (callback (core func $i "c")))))
  "lowered result types `[i32]` do not match result types `[]` of core function")
(component definition (;libc;)
  (func async (result string) (canon lift (core func $i "i") async (callback (core func $i "c")) (memory (core
  memory $i "m")))))
(assert_invalid
  (component (;libc;) (func async (result string) (canon lift (core func $i "i") async (callback (core func $i "c")))))
  "canonical option `memory` is required")
(assert_invalid
  (component (;libc;) (func (result string) (canon lift (core func $i "i"))))
  "canonical option `memory` is required")
(component definition (;libc;) (func (result string) (canon lift (core func $i "i") (memory (core memory $i "m")))))
(assert_invalid
  (component (;libc;) (func (result (tuple u8 u8)) (canon lift (core func $i "i"))))
  "canonical option `memory` is required")
(component definition (;libc;)
  (func async (result (tuple u8 u8)) (canon lift (core func $i "i") async (callback (core func $i "c")))))
(assert_invalid
  (component (;libc;) (func (param "a" (list u8)) (canon lift (core func $i "two") (memory (core memory $i "m")))))
  "canonical option `realloc` is required")
(component definition (;libc;)
  (func (param "a" (list u8)) (canon lift (core func $i "two") (memory (core memory $i "m")) (realloc (core func $i
  "r")))))
(assert_invalid
  (component (;libc;)
    (func (param "p0" u8) (param "p1" u8) (param "p2" u8) (param "p3" u8) (param "p4" u8) (param "p5" u8) (param
    "p6" u8) (param "p7" u8) (param "p8" u8) (param "p9" u8) (param "p10" u8) (param "p11" u8) (param "p12" u8)
    (param "p13" u8) (param "p14" u8) (param "p15" u8) (param "p16" u8) (canon lift (core func $i "j") (memory
    (core memory $i "m")))))
  "canonical option `realloc` is required")
(component definition (;libc;)
  (func (param "p0" u8) (param "p1" u8) (param "p2" u8) (param "p3" u8) (param "p4" u8) (param "p5" u8) (param "p6"
  u8) (param "p7" u8) (param "p8" u8) (param "p9" u8) (param "p10" u8) (param "p11" u8) (param "p12" u8) (param
  "p13" u8) (param "p14" u8) (param "p15" u8) (param "p16" u8) (canon lift (core func $i "j") (memory (core memory
  $i "m")) (realloc (core func $i "r")))))
(component definition (;libc;)
  (func (result string) (canon lift (core func $i "i") (memory (core memory $i "m")) (post-return (core func $i
  "j")))))
(assert_invalid
  (component (;libc;)
    (func (result string) (canon lift (core func $i "i") (memory (core memory $i "m")) (post-return (core func $i
    "f")))))
  "canonical option `post-return` uses a core function with an incorrect signature: expected (func (param i32)), found (func)")
(assert_invalid
  (component (;libc;) (func (canon lift (core func $i "f") async)))
  "the `async` canonical option requires an async function type, found `func()`")
(component definition (;libc;)
  (import "f" (func $f (param "p0" u8) (param "p1" u8) (param "p2" u8) (param "p3" u8) (param "p4" u8) (param "p5"
  u8) (param "p6" u8) (param "p7" u8) (param "p8" u8) (param "p9" u8) (param "p10" u8) (param "p11" u8) (param "p12"
  u8) (param "p13" u8) (param "p14" u8) (param "p15" u8))) (core func (canon lower (func $f))))
(assert_invalid
  (component (;libc;)
    (import "f" (func $f (param "p0" u8) (param "p1" u8) (param "p2" u8) (param "p3" u8) (param "p4" u8) (param
    "p5" u8) (param "p6" u8) (param "p7" u8) (param "p8" u8) (param "p9" u8) (param "p10" u8) (param "p11" u8)
    (param "p12" u8) (param "p13" u8) (param "p14" u8) (param "p15" u8) (param "p16" u8))) (core func (canon lower
    (func $f))))
  "canonical option `memory` is required")
(component definition (;libc;)
  (import "f" (func $f async (param "p0" u8) (param "p1" u8) (param "p2" u8) (param "p3" u8))) (core func (canon
  lower (func $f) async)))
(assert_invalid
  (component (;libc;)
    (import "f" (func $f async (param "p0" u8) (param "p1" u8) (param "p2" u8) (param "p3" u8) (param "p4" u8)))
    (core func (canon lower (func $f) async)))
  "canonical option `memory` is required")
(assert_invalid
  (component (;libc;) (import "f" (func $f async (result u8))) (core func (canon lower (func $f) async)))
  "canonical option `memory` is required")
(assert_invalid
  (component (;libc;) (import "f" (func $f (result (tuple u8 u8)))) (core func (canon lower (func $f))))
  "canonical option `memory` is required")
(component definition (;libc;)
  (import "f" (func $f (result (tuple u8 u8)))) (core func (canon lower (func $f) (memory (core memory $i "m")))))
(assert_invalid
  (component (;libc;) (core func (canon lower (func 0))))
  "unknown function 0: function index out of bounds")
(assert_invalid
  (component (;libc;) (func (canon lift (core func 9))))
  "unknown core function 9: core function index out of bounds")
(component definition (;libc;)
  (type $r (resource (rep i32))) (core func (canon resource.new $r)) (core func (canon resource.rep $r)) (core func
  (canon resource.drop $r)) (export $s "s" (type $r)) (core func (canon resource.new $s)))
(assert_invalid
  (component (;libc;) (import "r" (type $r (sub resource))) (core func (canon resource.new $r)))
  "resource type `r` is not a local resource")
(component definition (;libc;) (import "r" (type $r (sub resource))) (core func (canon resource.drop $r)))
(assert_invalid
  (component (;libc;)
    (component $c (type $r (resource (rep i32))) (export "r" (type $r))) (instance $j (instantiate $c)) (alias
    export $j "r" (type $r)) (core func (canon resource.rep $r)))
  "resource type `r` is not a local resource")
(assert_invalid
  (component (;libc;) (type $r u8) (core func (canon resource.drop $r)))
  "type index 0 is not a resource type")
(assert_invalid
  (component (;libc;) (type $f (future u8)) (core func (canon stream.new $f)))
  "type index 0 is not a stream type")
(assert_invalid
  (component (;libc;) (type $s (stream u8)) (core func (canon future.new $s)))
  "type index 0 is not a future type")
(assert_invalid
  (component (;libc;) (type $f (future u8)) (core func (canon stream.read $f)))
  "type index 0 is not a stream type")
(assert_invalid
  (component (;libc;) (type $s (stream u8)) (core func (canon future.read $s)))
  "type index 0 is not a future type")
(assert_invalid
  (component (;libc;) (type $f (future u8)) (core func (canon stream.write $f)))
  "type index 0 is not a stream type")
(assert_invalid
  (component (;libc;) (type $s (stream u8)) (core func (canon future.write $s)))
  "type index 0 is not a future type")
(assert_invalid
  (component (;libc;) (type $f (future u8)) (core func (canon stream.cancel-read $f)))
  "type index 0 is not a stream type")
(assert_invalid
  (component (;libc;) (type $s (stream u8)) (core func (canon future.cancel-read $s)))
  "type index 0 is not a future type")
(assert_invalid
  (component (;libc;) (type $f (future u8)) (core func (canon stream.cancel-write $f)))
  "type index 0 is not a stream type")
(assert_invalid
  (component (;libc;) (type $s (stream u8)) (core func (canon future.cancel-write $s)))
  "type index 0 is not a future type")
(assert_invalid
  (component (;libc;) (type $f (future u8)) (core func (canon stream.drop-readable $f)))
  "type index 0 is not a stream type")
(assert_invalid
  (component (;libc;) (type $s (stream u8)) (core func (canon future.drop-readable $s)))
  "type index 0 is not a future type")
(assert_invalid
  (component (;libc;) (type $f (future u8)) (core func (canon stream.drop-writable $f)))
  "type index 0 is not a stream type")
(assert_invalid
  (component (;libc;) (type $s (stream u8)) (core func (canon future.drop-writable $s)))
  "type index 0 is not a future type")
(component definition (;libc;)
  (type $s (stream)) (core func (canon stream.read $s)) (core func (canon stream.write $s)))
(assert_invalid
  (component (;libc;) (type $s (stream u8)) (core func (canon stream.write $s)))
  "canonical option `memory` is required")
(component definition (;libc;)
  (type $s (stream string)) (core func (canon stream.write $s (memory (core memory $i "m")))))
(assert_invalid
  (component (;libc;) (type $s (stream string)) (core func (canon stream.read $s (memory (core memory $i "m")))))
  "canonical option `realloc` is required")
(component definition (;libc;)
  (type $s (stream string)) (core func (canon stream.read $s (memory (core memory $i "m")) (realloc (core func $i
  "r")))))
(component definition (;libc;)
  (type $s (future)) (core func (canon future.read $s)) (core func (canon future.write $s)))
(assert_invalid
  (component (;libc;) (type $s (future u8)) (core func (canon future.write $s)))
  "canonical option `memory` is required")
(component definition (;libc;)
  (type $s (future string)) (core func (canon future.write $s (memory (core memory $i "m")))))
(assert_invalid
  (component (;libc;) (type $s (future string)) (core func (canon future.read $s (memory (core memory $i "m")))))
  "canonical option `realloc` is required")
(component definition (;libc;)
  (type $s (future string)) (core func (canon future.read $s (memory (core memory $i "m")) (realloc (core func $i
  "r")))))
(assert_invalid (component (;libc;) (core func (canon error-context.new))) "canonical option `memory` is required")
(assert_invalid
  (component (;libc;) (core func (canon error-context.debug-message (memory (core memory $i "m")))))
  "canonical option `realloc` is required")
(assert_invalid
  (component (;libc;) (core func (canon waitable-set.wait (memory (core memory $i "s")))))
  "must be a memory of 32 bits that is not shared")
(assert_invalid
  (component (;libc;) (core func (canon waitable-set.poll (memory 3))))
  "unknown memory 3: memory index out of bounds")
(assert_invalid
  (component (;libc;) (core func (canon context.set i32 4294967295)))
  "immediate must be less than 2: 4294967295")
(assert_invalid (component (;libc;) (core func (canon context.set f32 0))) "context slots must be of type i32, found 0x7d")
(component definition (;libc;)
  (core type $f (func (param i32))) (core func (canon thread.new-indirect $f (core table $i "t"))) (core func (canon
  thread.new-indirect $f (core table $i "tt"))))
(assert_invalid
  (component (;libc;) (core type $f (func (param i64))) (core func (canon thread.new-indirect $f (core table $i "t"))))
  "start function of a thread must have type (func (param i32)), found (func (param i64))")
(assert_invalid
  (component (;libc;) (core type $f (struct)) (core func (canon thread.new-indirect $f (core table $i "t"))))
  "start function of a thread must have type (func (param i32)), found no type of functions")
(assert_invalid
  (component (;libc;) (core type $f (func (param i32))) (core func (canon thread.new-indirect $f (core table 7))))
  "unknown table 7: table index out of bounds")
(assert_invalid
  (component (;libc;) (core func (canon task.return (result (list u8)))))
  "canonical option `memory` is required")
(component definition (;libc;)
  (core func (canon task.return (result (tuple u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8)))))
(assert_invalid
  (component (;libc;)
    (core func (canon task.return (result (tuple u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8)))))
  "canonical option `memory` is required")
