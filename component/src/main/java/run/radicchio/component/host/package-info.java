/**
 * Java as the other side of a component: functions of Java interfaces that components call.
 *
 * <p>This package knows nothing of binaries and of linking.
 */
@NullMarked
package run.radicchio.component.host;

import org.jspecify.annotations.NullMarked;
