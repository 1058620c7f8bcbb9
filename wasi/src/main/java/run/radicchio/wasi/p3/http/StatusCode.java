package run.radicchio.wasi.p3.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;

/** How a request was answered, such as 200. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@Unsigned @TypeAlias(short.class)
public @interface StatusCode {}
