package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorFlags;
import run.radicchio.wasi.p2.filesystem.Types.MetadataHashValue;

/** What a guest has a descriptor of. */
sealed interface Node extends AutoCloseable permits OpenFile, OpenDirectory {
  /** The thing itself. */
  Pinned pinned();

  /** What the guest may do with it. */
  Set<DescriptorFlags> flags();

  /** All that it may reach. */
  Sandbox sandbox();

  /** Whether the guest may change its times. */
  boolean mayBeTouched();

  /** What is known of it. */
  default Attributes attributes() throws IOException {
    return Attributes.of(pinned());
  }

  /** Sets times; null leaves one as it is. */
  default void setTimes(@Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException {
    pinned().use(path -> setTimes(path, accessed, modified));
  }

  /** The same for what a path leads to, which is followed. */
  static @Nullable Void setTimes(
      Path path, @Nullable FileTime accessed, @Nullable FileTime modified) throws IOException {
    Files.getFileAttributeView(path, BasicFileAttributeView.class)
        .setTimes(modified, accessed, null);
    return null;
  }

  /** Bits that change with it. */
  default MetadataHashValue metadataHash() throws IOException {
    return sandbox().hash(attributes());
  }

  @Override
  void close();
}
