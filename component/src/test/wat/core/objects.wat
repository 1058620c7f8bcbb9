;; What refers to objects that lie on Java's heap.
(module
  (table 1 externref))
