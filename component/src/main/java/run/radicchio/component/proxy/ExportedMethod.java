package run.radicchio.component.proxy;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** What a method of a Java interface calls. */
sealed interface ExportedMethod permits GuestMethod, HostMethod {
  /**
   * What the method calls, of any instance: takes the {@link #site} of one, the resource if it is a
   * method of one, and the arguments.
   */
  MethodHandle target();

  /** What {@link #target} needs to know of this instance. */
  Object site();

  /**
   * Calls the function, for who cannot name its types.
   *
   * @param arguments with the resource first, if it is a method of one
   * @throws Throwable what the method declares, for a result that is an error
   */
  @Nullable Object invoke(@Nullable Object[] arguments) throws Throwable;
}
