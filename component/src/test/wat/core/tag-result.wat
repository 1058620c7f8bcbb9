;; Not valid.
(module (import "m" "t" (tag (result i32))))
