package run.radicchio.component.value;

import org.jspecify.annotations.Nullable;

/**
 * A value of a variant type.
 *
 * @param name the name of its case
 * @param payload the payload, or null where the case has none
 */
public record VariantValue(String name, @Nullable Object payload) {}
