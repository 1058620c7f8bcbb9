package run.radicchio.surface;

/**
 * Something happened with a pointer.
 *
 * @param x in texels from the left edge of the surface
 * @param y in texels from its top edge
 */
public record PointerEvent(double x, double y) {}
