/**
 * What the owner of a machine sees of its adapters, and how they say which of them guests get. It
 * knows nothing of how adapters are found.
 */
@NullMarked
package run.radicchio.webgpu.dawn.adapter;

import org.jspecify.annotations.NullMarked;
