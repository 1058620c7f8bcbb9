package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bind groups that are set in an encoder, with their dynamic offsets. */
final class Groups {
  private final @Nullable Setting[] sets = new @Nullable Setting[4];

  @SuppressWarnings("ArrayRecordComponent") // nobody changes it
  private record Setting(BindGroup group, long[] offsets) {}

  /**
   * Sets a bind group for group 0 of a pipeline.
   *
   * @param layout gets the layout of the pipeline in a slot
   * @param set sets the group in the pass in a slot
   */
  static List<Draw> setting(Call layout, int pipeline, Call set, int pass) {
    int group = 4;
    return List.of(
        Draw.of(layout, pipeline, group),
        Draw.of(Call.GPU_DEVICE_CREATE_BIND_GROUP, 0, group, group),
        Draw.of(set, pass, 0, 0, group));
  }

  void put(int index, BindGroup group, long[] offsets) {
    sets[index] = new Setting(group, offsets);
  }

  void remove(int index) {
    sets[index] = null;
  }

  void clear() {
    for (int i = 0; i < sets.length; i++) {
      remove(i);
    }
  }

  /** Whether all is set that a pipeline needs. */
  boolean fit(PipelineLayout layout, ShaderModule.@Nullable Code code) {
    for (int i = 0; i < layout.groups().size(); i++) {
      BindGroupLayout needed = layout.groups().get(i);
      if (needed != null && !fits(sets[i], needed, i == 0 ? code : null)) {
        return false;
      }
    }
    return !aliases(layout);
  }

  private static boolean fits(
      @Nullable Setting set, BindGroupLayout needed, ShaderModule.@Nullable Code code) {
    if (set == null || !set.group.layout().equivalent(needed)) {
      return false;
    }
    BindGroupLayout.Entry used = code == null ? null : code.binding();
    return used == null
        || set.group.bound().stream()
            .filter(bound -> bound.entry().binding() == used.binding())
            .allMatch(
                bound ->
                    bound.resource() instanceof BindGroup.BufferRange range
                        && range.size() >= used.least());
  }

  /** Whether what is written is bound twice, where a pipeline uses it. */
  private boolean aliases(PipelineLayout layout) {
    List<Piece> all = new ArrayList<>();
    for (int i = 0; i < layout.groups().size(); i++) {
      Setting set = sets[i];
      if (layout.groups().get(i) != null && set != null) {
        pieces(set, all);
      }
    }
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (all.get(i).conflicts(all.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private record Piece(Object of, long from, long to, boolean written) {
    boolean conflicts(Piece other) {
      return of == other.of && (written || other.written) && from < other.to && other.from < to;
    }
  }

  private static void pieces(Setting set, List<Piece> all) {
    int next = 0;
    for (BindGroup.Bound bound : set.group.bound()) {
      BindGroupLayout.Entry entry = bound.entry();
      if (bound.resource() instanceof BindGroup.BufferRange range) {
        boolean dynamic = entry.type() == BindGroupLayout.Type.DYNAMIC_BUFFER;
        long from = range.offset() + (dynamic ? set.offsets[next++] : 0);
        boolean written = entry.of() == BindGroupLayout.Entry.STORAGE;
        all.add(new Piece(range.buffer(), from, from + range.size(), written));
      }
    }
  }

  /** The buffers and textures that a pipeline uses, for the usage scope of one dispatch. */
  void addTo(UsageScope scope, PipelineLayout layout) {
    for (int i = 0; i < layout.groups().size(); i++) {
      Setting set = sets[i];
      if (layout.groups().get(i) != null && set != null) {
        set.group.addTo(scope);
      }
    }
  }
}
