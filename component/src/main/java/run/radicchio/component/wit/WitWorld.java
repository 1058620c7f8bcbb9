package run.radicchio.component.wit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a Java interface whose methods a world imports directly, outside any interface. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface WitWorld {
  /** The interfaces whose types these functions use: see {@link WitInterface#uses}. */
  Class<?>[] uses() default {};
}
