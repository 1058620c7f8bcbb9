package run.radicchio.surface;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Unsigned;

/**
 * The size that a surface is wanted to have. A display may give it another.
 *
 * @param height in texels; null leaves it to the display
 * @param width in texels; null leaves it to the display
 */
public record CreateDesc(@Nullable @Unsigned Integer height, @Nullable @Unsigned Integer width) {}
