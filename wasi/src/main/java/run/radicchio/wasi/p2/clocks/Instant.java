package run.radicchio.wasi.p2.clocks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;

/** A mark on a monotonic clock: nanoseconds since a moment that is not said, unsigned. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@Unsigned @TypeAlias(long.class)
public @interface Instant {}
