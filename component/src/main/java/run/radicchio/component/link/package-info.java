/**
 * Makes instances of components: runs their definitions in order, giving each what it refers to.
 *
 * <p>This package knows nothing of binaries, nor of how host functions are called.
 */
@NullMarked
package run.radicchio.component.link;

import org.jspecify.annotations.NullMarked;
