package run.radicchio.webgpu;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;

/**
 * A size or number of things.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#typedefdef-gpusize32">GPUSize32</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@Unsigned @TypeAlias(int.class)
public @interface GpuSize32 {}
