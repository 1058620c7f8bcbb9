;; Fills a table with a global that is there only after it.
(module
  (global $g funcref (ref.null func))
  (table 10 funcref (global.get $g)))
