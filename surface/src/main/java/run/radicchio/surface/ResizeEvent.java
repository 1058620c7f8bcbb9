package run.radicchio.surface;

import run.radicchio.component.wit.Unsigned;

/**
 * A surface has another size.
 *
 * @param height in texels
 * @param width in texels
 */
public record ResizeEvent(@Unsigned int height, @Unsigned int width) {}
