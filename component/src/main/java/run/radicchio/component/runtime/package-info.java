/**
 * What a component is while it runs: instances, tasks, threads, handles, streams and futures
 * (CanonicalABI.md, "Runtime State"; Concurrency.md).
 *
 * <p>A {@link run.radicchio.component.runtime.Store} is one world in which one guest thread runs at
 * a time. A thread that blocks gives control back to whoever resumed it, as in the specification's
 * model; nothing here needs a lock of its own. Threads run in turns, of which only those that may
 * block need a stack that can be put aside ({@code RATIONALE.md}, "Why does a task get a virtual
 * thread only where it may block?").
 *
 * <p>This package knows nothing of binaries, of Java interfaces, or of how values lie in memory: it
 * is given them as {@link run.radicchio.component.runtime.Buffer}s and arrays.
 */
@NullMarked
package run.radicchio.component.runtime;

import org.jspecify.annotations.NullMarked;
