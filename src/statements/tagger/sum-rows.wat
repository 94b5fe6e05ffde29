;; Sums of rows of int8 weights, eight or sixteen at a time. `sum-rows.wasm` is what `npm run compile` makes of this file.
(module
  (memory (import "rows" "memory") 1)

  ;; Writes to $to the 16 int16 at $from plus the rows of 16 int8 that the hashes at [$hashes, $end) choose of the table at $table.
  (func (export "wide") (param $table i32) (param $mask i32) (param $hashes i32) (param $end i32) (param $from i32) (param $to i32)
    (local $row v128) (local $low v128) (local $high v128)
    (local.set $low (v128.load (local.get $from)))
    (local.set $high (v128.load offset=16 (local.get $from)))
    (loop $next
      (local.set $row
        (v128.load (i32.add (local.get $table)
          (i32.shl (i32.and (i32.load (local.get $hashes)) (local.get $mask)) (i32.const 4)))))
      (local.set $low (i16x8.add (local.get $low) (i16x8.extend_low_i8x16_s (local.get $row))))
      (local.set $high (i16x8.add (local.get $high) (i16x8.extend_high_i8x16_s (local.get $row))))
      (local.set $hashes (i32.add (local.get $hashes) (i32.const 4)))
      (br_if $next (i32.lt_u (local.get $hashes) (local.get $end))))
    (v128.store (local.get $to) (local.get $low))
    (v128.store offset=16 (local.get $to) (local.get $high)))

  ;; The same for rows of 8.
  (func (export "narrow") (param $table i32) (param $mask i32) (param $hashes i32) (param $end i32) (param $from i32) (param $to i32)
    (local $sum v128)
    (local.set $sum (v128.load (local.get $from)))
    (loop $next
      (local.set $sum (i16x8.add (local.get $sum)
        (v128.load8x8_s (i32.add (local.get $table)
          (i32.shl (i32.and (i32.load (local.get $hashes)) (local.get $mask)) (i32.const 3))))))
      (local.set $hashes (i32.add (local.get $hashes) (i32.const 4)))
      (br_if $next (i32.lt_u (local.get $hashes) (local.get $end))))
    (v128.store (local.get $to) (local.get $sum))))
