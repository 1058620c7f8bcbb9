package run.radicchio.wasi.p3.sockets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;

/** An address of IPv4, such as 127.0.0.1: its bytes from left to right. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@TypeAlias(Ipv4Octets.class)
public @interface Ipv4Address {}
