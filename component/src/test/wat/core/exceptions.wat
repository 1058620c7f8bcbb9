;; Throws and catches a tag, its own or another instance's.
(module $exceptions
  (import "other" "throw" (func $throw (param i32)))
  (import "other" "tag" (tag $tag (param i32)))
  (func (export "catch") (param i32) (result i32)
    (block $caught (result i32)
      (try_table (catch $tag $caught) (call $throw (local.get 0)))
      (i32.const -1)))
)
