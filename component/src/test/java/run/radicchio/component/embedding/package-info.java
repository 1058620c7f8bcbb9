/** Hosts that embed components: what docs/embedding.md shows, and what it promises. */
@NullMarked
package run.radicchio.component.embedding;

import org.jspecify.annotations.NullMarked;
