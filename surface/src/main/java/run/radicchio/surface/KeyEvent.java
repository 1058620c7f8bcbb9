package run.radicchio.surface;

import org.jspecify.annotations.Nullable;

/**
 * Something happened with a key.
 *
 * @param key which; null if it has no name
 * @param text what it writes; null if nothing
 * @param altKey whether Alt is down
 * @param ctrlKey whether Control is down
 * @param metaKey whether Meta is down
 * @param shiftKey whether Shift is down
 */
public record KeyEvent(
    @Nullable Key key,
    @Nullable String text,
    boolean altKey,
    boolean ctrlKey,
    boolean metaKey,
    boolean shiftKey) {}
