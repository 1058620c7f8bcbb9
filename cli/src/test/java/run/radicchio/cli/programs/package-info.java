/**
 * Runs the programs of {@code guests/} as their users do, by the command, and holds what they
 * compute and draw against the same in Java, in longer numbers. It knows their options and what
 * they print and write, and nothing of how they use a GPU.
 */
@NullMarked
package run.radicchio.cli.programs;

import org.jspecify.annotations.NullMarked;
