package run.radicchio.webgpu.dawn.steps;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What commands use, which has to be there when they are submitted. */
final class Uses {
  private final Set<Buffer> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Texture> textures = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<QuerySet> querySets = Collections.newSetFromMap(new IdentityHashMap<>());

  void add(Buffer buffer) {
    buffers.add(buffer);
  }

  void add(Texture texture) {
    textures.add(texture);
  }

  void add(QuerySet set) {
    querySets.add(set);
  }

  void addAll(Uses other) {
    buffers.addAll(other.buffers);
    textures.addAll(other.textures);
    querySets.addAll(other.querySets);
  }

  /** Whether all of it can be used now. */
  Validity available() {
    Validity all = Validity.VALID;
    for (Buffer buffer : buffers) {
      all = all.and(buffer.available());
    }
    return all.and(textures.stream().noneMatch(Texture::destroyed))
        .and(querySets.stream().noneMatch(QuerySet::destroyed));
  }
}
