package run.radicchio.wasi.p3.filesystem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;

/** How many names a file has. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@Unsigned @TypeAlias(long.class)
public @interface LinkCount {}
