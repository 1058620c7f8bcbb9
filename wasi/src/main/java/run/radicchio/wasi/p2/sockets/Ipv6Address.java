package run.radicchio.wasi.p2.sockets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;

/** An address of IPv6, such as ::1: its eight numbers from left to right. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@TypeAlias(Ipv6Segments.class)
public @interface Ipv6Address {}
