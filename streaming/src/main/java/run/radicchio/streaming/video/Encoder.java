package run.radicchio.streaming.video;

import java.time.Duration;

/** Encodes pictures of one size, one after the other. For one thread at a time. */
public sealed interface Encoder extends AutoCloseable permits VideoEncoder, JpegEncoder {
  /**
   * Encodes the next picture. The first one is a key.
   *
   * @param asKey whether it must be one that can be decoded without those before
   * @param since how long it is since the last one, which together with the rate says how many
   *     bytes it may have
   * @param bitsPerSecond the rate that packets are to have in the mean
   * @throws IllegalArgumentException if it is of another size
   * @throws EncodingException if that fails
   */
  Packet encode(Planes picture, boolean asKey, Duration since, int bitsPerSecond);

  /** Frees what it has. To close it again does nothing. */
  @Override
  void close();
}
