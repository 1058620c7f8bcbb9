package run.radicchio.component.wit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a Java interface as a WIT resource: its methods are the resource's methods. Dropping an
 * owned handle calls {@link AutoCloseable#close}, which is itself no method of the resource.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface WitResource {}
