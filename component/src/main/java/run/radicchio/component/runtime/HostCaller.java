package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A host function that calls into the store that calls it.
 *
 * @param guest the guest thread that called it; null where the store itself calls the host
 * @param outer the one that was there before
 */
record HostCaller(@Nullable GuestThread guest, @Nullable HostCaller outer) {}
