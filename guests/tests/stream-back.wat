;; Gives each stream back to its caller, unread.
(component
  (core module $Main
    (func (export "same") (param $stream i32) (result i32) (local.get $stream)))
  (core instance $main (instantiate $Main))
  (type $bytes (stream u8))
  (type $numbers (stream u32))
  (func $same-bytes (param "stream" $bytes) (result $bytes) (canon lift (core func $main "same")))
  (func $same-numbers (param "stream" $numbers) (result $numbers)
    (canon lift (core func $main "same")))
  (instance $back
    (export "bytes" (func $same-bytes))
    (export "numbers" (func $same-numbers)))
  (export "example:streams/back" (instance $back)))
