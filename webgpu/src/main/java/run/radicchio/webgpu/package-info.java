/** {@code wasi:webgpu} as Java: one interface a resource, one record a record, one enum an enum. */
@NullMarked
package run.radicchio.webgpu;

import org.jspecify.annotations.NullMarked;
