package run.radicchio.component.wit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an exception class as the error case of a {@code result}. It has a method {@code E
 * error()}, where {@code E} is the error's type (none: the case has no payload), and a public
 * constructor that takes an {@code E}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface ErrorType {}
