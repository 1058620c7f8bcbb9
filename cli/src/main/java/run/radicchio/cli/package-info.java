/**
 * The {@code radicchio} command: runs components, shows GPUs, prints WIT.
 *
 * <p>A class a subcommand. They throw a {@link run.radicchio.cli.Failure} where the user or the
 * guest did something wrong, and {@link run.radicchio.cli.Failures} alone prints and counts exit
 * codes. Nothing here knows how components run or how a GPU is driven: it uses what embedders use.
 */
@NullMarked
package run.radicchio.cli;

import org.jspecify.annotations.NullMarked;
