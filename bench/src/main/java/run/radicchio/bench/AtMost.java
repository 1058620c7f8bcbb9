package run.radicchio.bench;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a benchmark is meant to cost. One without is for information. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AtMost {
  /** The bare side of the same benchmark. */
  String BARE = "bare";

  /** In all, or over what something else costs. */
  double nanoseconds() default Double.POSITIVE_INFINITY;

  /** This many times what something else costs, where that is more; 0: never. */
  double times() default 0;

  /** Another benchmark of the class, or {@link #BARE}; empty for nothing. */
  String over() default "";

  /** Of what something else costs. */
  double percent() default Double.POSITIVE_INFINITY;

  /** Another benchmark of the class; empty where there is no share. */
  String of() default "";

  /** Of heap, in all. */
  double bytes() default Double.POSITIVE_INFINITY;
}
