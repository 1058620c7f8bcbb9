(module $start
  (func $begin (unreachable))
  (start $begin)
)
