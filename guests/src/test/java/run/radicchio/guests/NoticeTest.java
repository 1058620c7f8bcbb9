package run.radicchio.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes along with the components says whose work is in them. */
class NoticeTest {
  /** Only crates that come from elsewhere have a checksum. */
  private static final Pattern PINNED =
      Pattern.compile("name = \"([^\"]*)\"\nversion = \"([^\"]*)\"\nchecksum");

  private static final Pattern NOTED = Pattern.compile("\n-{80}\n\n([a-z0-9_-]+) ([^ :]+): ");

  @Test
  void hasEachCrate() throws IOException {
    SortedSet<String> pinned = new TreeSet<>();
    for (String folder : new String[] {"", "../wasi/guests", "../conformance/webgpu"}) {
      pinned.addAll(crates(PINNED, Path.of(folder, "crates.lock")));
    }
    assertEquals(
        pinned, crates(NOTED, Path.of("NOTICE")), "crates have changed: run guests/write-notice");
  }

  private static SortedSet<String> crates(Pattern pattern, Path file) throws IOException {
    Stream<MatchResult> crates = pattern.matcher(Files.readString(file)).results();
    return crates
        .map(crate -> crate.group(1) + " " + crate.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
