package run.radicchio.webgpu;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;

/**
 * An offset that may be negative.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#typedefdef-gpusignedoffset32">GPUSignedOffset32</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@TypeAlias(int.class)
public @interface GpuSignedOffset32 {}
