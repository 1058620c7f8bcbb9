package run.radicchio.wasi.p3.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;

/** The name of a field: the same in capitals and in small letters. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@TypeAlias(String.class)
public @interface FieldName {}
