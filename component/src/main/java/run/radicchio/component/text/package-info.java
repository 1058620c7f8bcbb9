/**
 * Component-level types and values as text: interfaces and worlds as WIT, values and calls as WAVE.
 *
 * <p>This package writes and reads text. It does not know how components are decoded or run.
 */
@NullMarked
package run.radicchio.component.text;

import org.jspecify.annotations.NullMarked;
