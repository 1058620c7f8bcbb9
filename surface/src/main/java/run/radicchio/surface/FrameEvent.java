package run.radicchio.surface;

/**
 * It is time to draw the next picture.
 *
 * @param nothing means nothing: a record of WIT cannot be empty
 */
public record FrameEvent(boolean nothing) {}
