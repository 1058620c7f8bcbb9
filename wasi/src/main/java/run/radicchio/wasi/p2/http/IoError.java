package run.radicchio.wasi.p2.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.wasi.p2.io.Errors;

/** Why a stream failed, by the name that it has here. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@TypeAlias(Errors.IoError.class)
public @interface IoError {}
