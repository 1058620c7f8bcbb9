package run.radicchio.webgpu;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;

/**
 * A number that names one of several: a binding, a group, a slot.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#typedefdef-gpuindex32">GPUIndex32</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@Unsigned @TypeAlias(int.class)
public @interface GpuIndex32 {}
