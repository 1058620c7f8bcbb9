/**
 * Runs the tests of WebAssembly/wasi-testsuite, built as components, and says which fail: {@code
 * radicchio wasi-testsuite}.
 *
 * <p>A test is a component with a specification beside it, which says what it is given, what to do
 * while it runs, and how it must end. Who runs it is a {@link run.radicchio.conformance.wasi.Host}:
 * nothing here knows how, or what WASI is. What cannot pass, and why, is in one table: {@code
 * exclusions.txt}.
 */
@NullMarked
package run.radicchio.conformance.wasi;

import org.jspecify.annotations.NullMarked;
