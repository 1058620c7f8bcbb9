/**
 * Runs the conformance suite of {@code wasi:webgpu} on a host, and counts what passes and which
 * functions are covered: {@code radicchio conform}.
 *
 * <p>The suite is a component a group, which prints how its cases end in the Test Anything
 * Protocol, of which {@link run.radicchio.conformance.webgpu.Results} reads the part that groups
 * print. Which functions a case covers is in its name. What cannot pass, and why, is in one table:
 * {@code exclusions.txt}.
 *
 * <p>It uses what embedders use, and must not know what implements {@code wasi:webgpu}.
 */
@NullMarked
package run.radicchio.conformance.webgpu;

import org.jspecify.annotations.NullMarked;
