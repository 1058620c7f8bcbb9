package run.radicchio.component.wit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a Java interface as a WIT interface: its methods are the functions. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface WitInterface {
  /** The interface without a version, such as {@code wasi:webgpu/webgpu}. */
  String value();

  /**
   * The versions under which the interface is served, all alike; the first is the one that is
   * printed. Empty for an interface without a version.
   */
  String[] versions() default {};

  /** Types that belong to the interface though no function of it reaches them. */
  Class<?>[] types() default {};

  /** Enums that belong to the interface as flags though no function of it reaches them. */
  Class<?>[] flags() default {};

  /**
   * The interfaces whose types this one uses, as WIT's {@code use} does: a type that one of them
   * has is theirs. Every other type that a function reaches belongs to this interface.
   */
  Class<?>[] uses() default {};
}
