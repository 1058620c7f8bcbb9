package run.radicchio.wasi.p3.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.ByteBuffer;
import run.radicchio.component.wit.TypeAlias;

/** The value of a field: bytes that should be ASCII. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@TypeAlias(ByteBuffer.class)
public @interface FieldValue {}
