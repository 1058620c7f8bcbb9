package run.radicchio.component;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.link.Item;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.type.ExternType;

/**
 * What there is for components to import.
 *
 * @param type its type
 * @param item the thing itself in a store
 * @param provider the instance that exports it; null for what the host has
 */
record Offer(ExternType type, Function<Store, Item> item, @Nullable Instance provider) {}
