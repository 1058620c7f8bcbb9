/**
 * Java as the caller of components: functions that guests export, and Java interfaces whose methods
 * call them.
 *
 * <p>A {@link run.radicchio.component.proxy.GuestFunction} is one function with what carries its
 * values: all that a call goes through. A {@link run.radicchio.component.proxy.GuestInterface} has
 * one for each method of a Java interface. Objects of the interface are proxies of {@code
 * java.lang.reflect} that look the method up ({@code GuestObject}); a class generated for the
 * interface would call the same functions.
 *
 * <p>This package knows nothing of binaries and of linking: it is given functions whose types
 * match.
 */
@NullMarked
package run.radicchio.component.proxy;

import org.jspecify.annotations.NullMarked;
