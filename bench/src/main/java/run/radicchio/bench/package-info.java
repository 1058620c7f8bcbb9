/**
 * What calls between hosts and components cost, in time and in heap, beside what the same calls
 * cost in the core engine without components, and what {@code wasi:webgpu} costs a guest beside
 * what it costs Java.
 *
 * <p>Guests are in {@code guests/bench}: each loop there is run once as part of its component, and
 * once as a bare core module whose imports are bound to static Java methods or to another module's
 * exports ({@link run.radicchio.bench.Side}). The difference is the Component Model's. {@link
 * run.radicchio.bench.Bench} runs all and compares with {@link run.radicchio.bench.Target}s.
 *
 * <p>Components are used as embedders use them, by the exported packages alone; only {@link
 * run.radicchio.bench.BareGuest} knows the seam to the core engine.
 */
@NullMarked
package run.radicchio.bench;

import org.jspecify.annotations.NullMarked;
