package run.radicchio.component.core.endive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.endive.compiler.internal.Compiler;
import run.endive.runtime.Instance;
import run.endive.wasm.Parser;
import run.radicchio.component.core.Fingerprint;

/**
 * What compiles modules here: the classes of this package, the engine's version, and Java's. What
 * another build compiled may be in another form, or expect other classes to run with.
 */
final class BuildIdentity {

  /** A file beside a class, in its jar or folder. */
  private record Resource(Class<?> beside, String name) {
    byte @Nullable [] read() {
      try (InputStream in = beside.getResourceAsStream(name)) {
        return in == null ? null : in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * A checksum of our classes, which the build writes; and files that name the engine's version.
   */
  private static final List<Resource> RESOURCES =
      List.of(
          new Resource(BuildIdentity.class, "classes.sha256"),
          new Resource(Parser.class, "/META-INF/maven/run.endive/wasm/pom.properties"),
          new Resource(Instance.class, "/META-INF/maven/run.endive/runtime/pom.properties"),
          new Resource(Compiler.class, "/META-INF/maven/run.endive/compiler/pom.properties"));

  private BuildIdentity() {}

  /**
   * This build.
   *
   * @return null where it cannot be told from others: the resources are not there, as after
   *     repackaging
   */
  static @Nullable Fingerprint find() {
    byte[][] parts = new byte[RESOURCES.size() + 1][];
    for (int i = 0; i < RESOURCES.size(); i++) {
      byte[] bytes = RESOURCES.get(i).read();
      if (bytes == null) {
        return null;
      }
      parts[i] = Fingerprint.of(bytes).bytes();
    }
    parts[RESOURCES.size()] = new byte[] {(byte) Runtime.version().feature()};
    return Fingerprint.of(parts);
  }
}
