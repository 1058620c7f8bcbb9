/** Runs WebAssembly components: loads them, links them with Java, calls them. */
@NullMarked
package run.radicchio.component;

import org.jspecify.annotations.NullMarked;
