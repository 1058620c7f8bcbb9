;; Takes the global of subtypes.wat for one of another type.
(module $subtypes-wrong
  (type $base (func (result i32)))
  (import "" "reference" (global $reference (ref $base)))
)
