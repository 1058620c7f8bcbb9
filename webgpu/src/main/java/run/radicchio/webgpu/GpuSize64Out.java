package run.radicchio.webgpu;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;

/**
 * A {@link GpuSize64} that a function returns.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#typedefdef-gpusize64out">GPUSize64Out</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@Unsigned @TypeAlias(long.class)
public @interface GpuSize64Out {}
