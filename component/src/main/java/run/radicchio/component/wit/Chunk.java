package run.radicchio.component.wit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the items of a {@code Flow.Publisher} as any number of elements each, one after the other:
 * {@code Flow.Publisher<@Chunk ByteBuffer>} is {@code stream<u8>}, and {@code
 * Flow.Publisher<float @Chunk []>} is {@code stream<f32>}.
 *
 * <p>What a guest writes is a chunk: as many elements as it wrote at once. A {@code ByteBuffer} is
 * a read-only view of guest memory, valid until {@code onNext} returns. What a guest reads is taken
 * out of a chunk as it asks for it; a publisher must leave a chunk unchanged until it is asked for
 * the next one, or cancelled.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Chunk {}
