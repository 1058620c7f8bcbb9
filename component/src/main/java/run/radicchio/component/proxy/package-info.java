/**
 * Java as the caller of components: functions that guests export, and Java interfaces whose methods
 * call them.
 *
 * <p>A {@link run.radicchio.component.proxy.GuestInterface} has what each method of a Java
 * interface calls: adapters that are generated for the method carry its values. A {@link
 * run.radicchio.component.proxy.GuestFunction} is one function with dynamic values, which codecs
 * carry. Either way a call is an {@code Invocation}, and if nobody waits for it a {@code CallStage}
 * stands for what it comes to; only a call of a method that is not {@code async} needs neither,
 * since generated code is all of it. Objects of the interface are of a class that is generated too,
 * or proxies of {@code java.lang.reflect} where that could not name the interface.
 *
 * <p>This package knows nothing of binaries and of linking: it is given functions whose types
 * match.
 */
@NullMarked
package run.radicchio.component.proxy;

import org.jspecify.annotations.NullMarked;
