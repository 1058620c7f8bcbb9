package run.radicchio.wasi.p2.clocks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;

/** How long something takes: nanoseconds, unsigned. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@Unsigned @TypeAlias(long.class)
public @interface Duration {}
