package run.radicchio.component.wit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation as the name of a type: {@code @TypeAlias @Unsigned @interface GpuSize32 {}}
 * on an {@code int} is {@code gpu-size32}, declared as {@code type gpu-size32 = u32}. One that is
 * marked with another alias stands for that one, and one of a resource is one more name for it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE})
public @interface TypeAlias {
  /** The Java type that the alias stands for, such as {@code int.class}. */
  Class<?> value();
}
