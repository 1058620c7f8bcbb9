package run.radicchio.wasi.network;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;

/**
 * What guests set of a socket. It is remembered, for the channels that a socket has one after the
 * other, and for the connections that one accepts.
 */
final class SocketOptions {
  private static final long NANOSECONDS = 1_000_000_000;

  /** What Linux takes at most; others take more. */
  private static final int MOST_SECONDS = 32_767;

  private static final int MOST_PROBES = 127;

  private static final List<SocketOption<?>> OF_CONNECTIONS =
      List.of(
          StandardSocketOptions.SO_KEEPALIVE,
          ExtendedSocketOptions.TCP_KEEPIDLE,
          ExtendedSocketOptions.TCP_KEEPINTERVAL,
          ExtendedSocketOptions.TCP_KEEPCOUNT,
          StandardSocketOptions.SO_RCVBUF,
          StandardSocketOptions.SO_SNDBUF);

  private final Map<SocketOption<?>, Object> given = new HashMap<>();
  private final Map<SocketOption<?>, Object> known = new HashMap<>();
  private NetworkChannel channel;

  /** Options of a channel, which has none yet but the system's own. */
  SocketOptions(NetworkChannel channel) {
    this.channel = channel;
  }

  /** Those of an accepted connection, which are as those of its listener. */
  SocketOptions inherited(NetworkChannel accepted) throws IOException {
    SocketOptions options = new SocketOptions(accepted);
    for (Map.Entry<SocketOption<?>, Object> one : given.entrySet()) {
      options.setAny(one.getKey(), one.getValue());
    }
    return options;
  }

  /** The socket has another channel from now on, which can do less; what was read is kept. */
  void moveTo(NetworkChannel next) throws IOException {
    for (SocketOption<?> option : OF_CONNECTIONS) {
      if (channel.supportedOptions().contains(option)) {
        known.put(option, channel.getOption(option));
      }
    }
    channel = next;
    if (given.get(StandardSocketOptions.SO_RCVBUF) instanceof Integer size) {
      next.setOption(StandardSocketOptions.SO_RCVBUF, size); // what connections begin with
    }
  }

  @SuppressWarnings("unchecked") // the value was given for the option
  private <T> void setAny(SocketOption<T> option, Object value) throws IOException {
    set(option, (T) value);
  }

  private <T> T get(SocketOption<T> option) throws IOException {
    if (known.containsKey(option)) {
      return option.type().cast(known.get(option));
    } else if (channel.supportedOptions().contains(option)) {
      return channel.getOption(option);
    }
    throw new NetworkFailure(ErrorCode.NOT_SUPPORTED);
  }

  private <T> void set(SocketOption<T> option, T value) throws IOException {
    if (known.containsKey(option)) {
      known.put(option, value);
    } else if (channel.supportedOptions().contains(option)) {
      channel.setOption(option, value);
    } else {
      throw new NetworkFailure(ErrorCode.NOT_SUPPORTED);
    }
    given.put(option, value);
  }

  boolean isKeptAlive() throws IOException {
    return get(StandardSocketOptions.SO_KEEPALIVE);
  }

  void setKeptAlive(boolean value) throws IOException {
    set(StandardSocketOptions.SO_KEEPALIVE, value);
  }

  /** A time, in nanoseconds; the system has whole seconds. */
  long nanoseconds(SocketOption<Integer> option) throws IOException {
    return get(option) * NANOSECONDS;
  }

  void setNanoseconds(SocketOption<Integer> option, long value) throws IOException {
    long seconds = Long.divideUnsigned(positive(value) - 1, NANOSECONDS) + 1;
    set(option, clamped(seconds, MOST_SECONDS));
  }

  int probes() throws IOException {
    return get(ExtendedSocketOptions.TCP_KEEPCOUNT);
  }

  void setProbes(int value) throws IOException {
    set(
        ExtendedSocketOptions.TCP_KEEPCOUNT,
        clamped(positive(Integer.toUnsignedLong(value)), MOST_PROBES));
  }

  long bytes(SocketOption<Integer> option) throws IOException {
    return get(option);
  }

  void setBytes(SocketOption<Integer> option, long value) throws IOException {
    set(option, clamped(positive(value), Integer.MAX_VALUE));
  }

  /** Java has no way to it. */
  @SuppressWarnings("DoNotCallSuggester") // guests may ask
  byte hopLimit() throws IOException {
    throw new NetworkFailure(ErrorCode.NOT_SUPPORTED);
  }

  void setHopLimit(byte value) throws IOException {
    var _ = positive(value);
    throw new NetworkFailure(ErrorCode.NOT_SUPPORTED);
  }

  static long positive(long value) throws NetworkFailure {
    if (value == 0) {
      throw new NetworkFailure(ErrorCode.INVALID_ARGUMENT);
    }
    return value;
  }

  /** The number, which is unsigned, or a smaller one. */
  static int clamped(long value, int most) {
    return Long.compareUnsigned(value, most) < 0 ? (int) value : most;
  }
}
