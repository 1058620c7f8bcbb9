;; Takes a table of typed.wat for one of another type.
(module $typed-wrong
  (type $unary (func (param i64) (result i32)))
  (import "" "table" (table 2 (ref null $unary))))
