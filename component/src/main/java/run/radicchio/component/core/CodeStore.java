package run.radicchio.component.core;

import org.jspecify.annotations.Nullable;

/**
 * Where an engine keeps code that it compiled, to find it again in a later process. Safe for use by
 * several threads. Nothing depends on it but speed: it may forget what it was given.
 */
public interface CodeStore {
  /** Keeps nothing. */
  CodeStore NONE =
      new CodeStore() {
        @Override
        public byte @Nullable [] read(Fingerprint key) {
          return null;
        }

        @Override
        public void write(Fingerprint key, byte[] code) {}
      };

  /**
   * What was written under a key.
   *
   * @return exactly those bytes; null where there are none, or none that are whole and ours
   */
  byte @Nullable [] read(Fingerprint key);

  /** Keeps bytes under a key, in place of others, if it can. */
  void write(Fingerprint key, byte[] code);
}
