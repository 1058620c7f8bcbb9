;; Names of all forms, and attributes, which change nothing.
(component
  (import "plain" (func))
  (import "WITH-acronym-2x" (func))
  (import "wasi:io/streams@0.2.12" (instance))
  (import "a-b:c/d-E@1.0.0-rc.1+build-7.01" (instance))
  (import "primary" (implements "test:kv/store@0.1.0") (external-id "the 1st") (instance))
  (import "r" (type $r (sub resource)))
  (import "[constructor]r" (func (param "size" u32) (result (result (own $r) (error string)))))
  (import "[method]r.size" (func (param "self" (borrow $r)) (result u32)))
  (import "[static]r.merge" (func (param "a" (own $r)) (result (own $r)))))
