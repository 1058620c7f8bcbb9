package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * How the commands of a pass use resources, which must not be in two ways that exclude each other.
 */
final class UsageScope {
  private final IdentityHashMap<Buffer, Usage> buffers = new IdentityHashMap<>();
  private final List<ViewUsage> views = new ArrayList<>();
  private Validity validity = Validity.VALID;

  /** Reading goes together with reading, writing of shaders with the same, attachments alone. */
  enum Usage {
    READ,
    STORAGE,
    ATTACHMENT
  }

  private record ViewUsage(View view, Usage usage) {}

  void add(Buffer buffer, Usage usage) {
    Usage before = buffers.putIfAbsent(buffer, usage);
    if (before != null && before != usage) {
      validity = Validity.INVALID;
    }
  }

  void add(View view, Usage usage) {
    for (ViewUsage other : views) {
      if (other.view.texture() == view.texture() && other.usage != usage) {
        validity = validity.and(disjoint(other.view, view) ? Validity.VALID : Validity.INVALID);
      }
    }
    views.add(new ViewUsage(view, usage));
  }

  private static boolean disjoint(View one, View other) {
    return apart(one.baseMip(), one.mips(), other.baseMip(), other.mips())
        || apart(one.baseLayer(), one.layers(), other.baseLayer(), other.layers());
  }

  private static boolean apart(long from, long count, long otherFrom, long otherCount) {
    return from + count <= otherFrom || otherFrom + otherCount <= from;
  }

  void addAll(UsageScope other) {
    other.buffers.forEach(this::add);
    List.copyOf(other.views).forEach(used -> add(used.view, used.usage));
  }

  Validity validity() {
    return validity;
  }
}
