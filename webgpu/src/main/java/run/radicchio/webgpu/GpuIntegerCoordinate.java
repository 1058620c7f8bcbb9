package run.radicchio.webgpu;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;

/**
 * A coordinate or size of a texture, in texels, layers or mip levels.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#typedefdef-gpuintegercoordinate">GPUIntegerCoordinate</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@Unsigned @TypeAlias(int.class)
public @interface GpuIntegerCoordinate {}
