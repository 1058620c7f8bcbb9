/**
 * What the sandbox costs whole programs: the work of programs of {@code guests/}, done by their
 * components, and by Java with the same shaders and the same passes ({@link
 * run.radicchio.bench.programs.Work}).
 *
 * <p>Both are timed from when the GPU has all that it needs to when it is done, and take turns in
 * one process on one GPU. {@link run.radicchio.bench.programs.Case} lists what there is. It knows
 * the options of programs and the files of their shaders, and neither their code nor the command.
 */
@NullMarked
package run.radicchio.bench.programs;

import org.jspecify.annotations.NullMarked;
