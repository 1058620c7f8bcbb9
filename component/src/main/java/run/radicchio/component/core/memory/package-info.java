/**
 * Address space for linear memories: reserved once, so that a memory's base never moves while it
 * grows.
 *
 * <p>It knows the operating system and nothing of WebAssembly.
 */
@NullMarked
package run.radicchio.component.core.memory;

import org.jspecify.annotations.NullMarked;
