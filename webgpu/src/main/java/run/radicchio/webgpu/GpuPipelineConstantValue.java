package run.radicchio.webgpu;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.TypeAlias;

/**
 * The value of a shader's {@code override} declaration, whichever its type.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#typedefdef-gpupipelineconstantvalue">GPUPipelineConstantValue</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE})
@TypeAlias(double.class)
public @interface GpuPipelineConstantValue {}
