package run.radicchio.webgpu;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;

/**
 * What is added to the offset of a buffer's binding when its bind group is set, in bytes.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#typedefdef-gpubufferdynamicoffset">GPUBufferDynamicOffset</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@Unsigned @TypeAlias(int.class)
public @interface GpuBufferDynamicOffset {}
