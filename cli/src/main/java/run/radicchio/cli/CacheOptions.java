package run.radicchio.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import run.radicchio.component.CodeCache;

/** Where compiled code is kept: one of these options, or neither. */
final class CacheOptions {
  @Option(
      names = "--cache",
      paramLabel = "FOLDER",
      description = "Keep compiled code in this folder, and not in the user's usual one.")
  private @Nullable Path folder;

  @Option(names = "--no-cache", description = "Keep no compiled code, and use none.")
  private boolean none;

  CodeCache cache() {
    if (none) {
      return CodeCache.none();
    }
    return folder == null ? CodeCache.ofUser() : CodeCache.in(folder);
  }
}
