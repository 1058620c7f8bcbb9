package run.radicchio.wasi.p3.sockets;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:sockets/ip-name-lookup}: the addresses of names. */
@WitInterface(value = "wasi:sockets/ip-name-lookup", versions = WasiVersion.P3, uses = Types.class)
public interface IpNameLookup {

  /** Why a name could not be looked up. */
  sealed interface ErrorCode {
    /** The guest may not look this name up. */
    record AccessDenied() implements ErrorCode {}

    /** It is no name. */
    record InvalidArgument() implements ErrorCode {}

    /** It is nobody's, or has no address. */
    record NameUnresolvable() implements ErrorCode {}

    /** Names could not be looked up this time. */
    record TemporaryResolverFailure() implements ErrorCode {}

    /** Names cannot be looked up. */
    record PermanentResolverFailure() implements ErrorCode {}

    /**
     * Something else.
     *
     * @param description what, for people; null where there is nothing to say
     */
    record Other(@Nullable String description) implements ErrorCode {}
  }

  /**
   * The addresses of a name: one at least, the best first.
   *
   * @param name a name, or an address, which is its own
   */
  CompletionStage<List<Types.IpAddress>> resolveAddresses(String name) throws LookupException;
}
