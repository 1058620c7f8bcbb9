/**
 * Runs scripts of the Component Model's official tests, as {@code wasm-tools json-from-wast} writes
 * them, and counts what passes: {@code radicchio wast}.
 *
 * <p>It uses what embedders use and must not know how components are read or run. What is not run,
 * and why, is in one table: {@code exclusions.txt}.
 */
@NullMarked
package run.radicchio.conformance;

import org.jspecify.annotations.NullMarked;
