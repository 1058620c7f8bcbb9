package run.radicchio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how a server encrypts. */
final class TlsOptions {
  @Option(
      names = "--tls-keystore",
      paramLabel = "FILE",
      description = "Encrypt, by the key and the certificates in this store (PKCS #12 or JKS).")
  private @Nullable Path keystore;

  @Option(
      names = "--tls-password",
      paramLabel = "FILE",
      description = "The store's password is the first line of this file; none if it is left out.")
  private @Nullable Path passwordFile;

  /** What encrypts; null where nothing does. */
  @Nullable SSLContext context() {
    if (keystore == null && passwordFile != null) {
      throw Failure.misuse("--tls-password is of no use without --tls-keystore");
    }
    return keystore == null ? null : context(keystore, password());
  }

  private char[] password() {
    if (passwordFile == null) {
      return new char[0];
    }
    try (Stream<String> lines = Files.lines(passwordFile)) {
      return lines.findFirst().orElse("").toCharArray();
    } catch (IOException unreadable) {
      throw Failure.misuse("--tls-password: %s cannot be read".formatted(passwordFile), unreadable);
    }
  }

  private static SSLContext context(Path file, char[] password) {
    if (!Files.isReadable(file)) {
      throw Failure.misuse("--tls-keystore: %s is not there, or cannot be read".formatted(file));
    }
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(KeyStore.getInstance(file.toFile(), password), password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException unusable) {
      throw Failure.misuse(
          "--tls-keystore: %s cannot be used with this password: %s"
              .formatted(file, unusable.getMessage()),
          unusable);
    }
  }
}
