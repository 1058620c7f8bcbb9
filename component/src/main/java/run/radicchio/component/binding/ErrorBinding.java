package run.radicchio.component.binding;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The exception that stands for the error case of a function's {@code result}.
 *
 * @param exception its class: what the method throws, or its stage fails with
 * @param payload the binding of the payload, or null where the case has none
 * @param payloadOf the payload that an exception of that class carries, null where there is none
 * @param make makes the exception from a payload
 */
public record ErrorBinding(
    Class<? extends Exception> exception,
    @Nullable Binding payload,
    Function<Throwable, @Nullable Object> payloadOf,
    Function<@Nullable Object, Exception> make) {}
