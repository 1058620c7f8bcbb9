package run.radicchio.wasi.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request without its body.
 *
 * @param pathWithQuery null stands for {@code /}
 * @param scheme null where nobody knows or cares
 * @param authority a name or an address, and a port if it says one; null where nobody knows
 */
public record RequestHead(
    Method method,
    @Nullable String pathWithQuery,
    @Nullable Scheme scheme,
    @Nullable String authority,
    List<Field> headers) {}
