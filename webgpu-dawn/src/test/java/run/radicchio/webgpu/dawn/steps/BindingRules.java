package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuTextureSampleType;
import run.radicchio.webgpu.dawn.steps.BindGroupLayout.Entry;

/** Bind group layouts, pipeline layouts, bind groups (specification, "Resource Binding"). */
final class BindingRules {
  private static final long MAX_UNIFORM = 65536;
  private static final int ALL =
      BindGroupLayout.VERTEX | BindGroupLayout.FRAGMENT | BindGroupLayout.COMPUTE;
  private static final int FRAGMENT = BindGroupLayout.FRAGMENT;
  private static final int COMPUTE = BindGroupLayout.COMPUTE;

  /** What the first slots are filled with, and more. */
  private static final List<List<Entry>> LAYOUTS =
      List.of(
          List.of(new Entry(0, COMPUTE, BindGroupLayout.Type.BUFFER, Entry.STORAGE, NONE)),
          List.of(new Entry(0, ALL, BindGroupLayout.Type.BUFFER, Entry.UNIFORM, NONE)),
          List.of(
              new Entry(0, FRAGMENT, BindGroupLayout.Type.TEXTURE, 0, NONE),
              new Entry(1, FRAGMENT, BindGroupLayout.Type.SAMPLER, 0, NONE)),
          List.of(
              new Entry(
                  3, FRAGMENT | COMPUTE, BindGroupLayout.Type.DYNAMIC_BUFFER, Entry.UNIFORM, 16)),
          List.of(),
          List.of(
              new Entry(
                  0, COMPUTE, BindGroupLayout.Type.STORAGE_TEXTURE, Format.RGBA8UNORM.number(), 0)),
          List.of(
              new Entry(1, FRAGMENT | COMPUTE, BindGroupLayout.Type.BUFFER, Entry.STORAGE, 8),
              new Entry(0, FRAGMENT, BindGroupLayout.Type.BUFFER, Entry.READ_ONLY_STORAGE, NONE)),
          List.of(new Entry(0, FRAGMENT, BindGroupLayout.Type.TEXTURE, 1, 1)),
          List.of(new Entry(0, ALL, BindGroupLayout.Type.BUFFER, Entry.STORAGE, NONE)),
          List.of(
              new Entry(0, ALL, BindGroupLayout.Type.BUFFER, Entry.UNIFORM, NONE),
              new Entry(0, ALL, BindGroupLayout.Type.SAMPLER, 1, NONE)),
          List.of(new Entry(1000, ALL, BindGroupLayout.Type.BUFFER, Entry.UNIFORM, NONE)),
          List.of(new Entry(999, ALL, BindGroupLayout.Type.SAMPLER, 2, NONE)),
          List.of(new Entry(0, ALL, BindGroupLayout.Type.NOTHING, 0, NONE)),
          List.of(
              new Entry(
                  0, ALL, BindGroupLayout.Type.STORAGE_TEXTURE, Format.RGBA8UNORM.number(), 0)),
          List.of(
              new Entry(
                  0, ALL, BindGroupLayout.Type.STORAGE_TEXTURE, Format.RGBA8UNORM.number(), 1)),
          List.of(
              new Entry(
                  0, COMPUTE, BindGroupLayout.Type.STORAGE_TEXTURE, Format.RGBA8UNORM.number(), 2)),
          List.of(
              new Entry(
                  0, COMPUTE, BindGroupLayout.Type.STORAGE_TEXTURE, Format.R32UINT.number(), 2)),
          List.of(
              new Entry(
                  0, COMPUTE, BindGroupLayout.Type.STORAGE_TEXTURE, Format.R8UNORM.number(), 0)),
          List.of(new Entry(0, FRAGMENT, BindGroupLayout.Type.TEXTURE, 0, 1)));

  private BindingRules() {}

  static void add(Rules rules) {
    rules.put(Call.GPU_DEVICE_CREATE_BIND_GROUP_LAYOUT, BindingRules::createBindGroupLayout);
    rules.put(Call.GPU_DEVICE_CREATE_PIPELINE_LAYOUT, BindingRules::createPipelineLayout);
    rules.put(Call.GPU_DEVICE_CREATE_BIND_GROUP, BindingRules::createBindGroup);
  }

  private static Prediction createBindGroupLayout(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.BIND_GROUP_LAYOUT);
    List<Entry> entries = LAYOUTS.get(a.choice(LAYOUTS.size()));
    a.number(entries.size());
    for (Entry entry : entries) {
      a.number(entry.binding());
      a.number(entry.visibility());
      a.number(Cases.number(entry.type()));
      a.number(entry.of());
      a.number(entry.more());
    }
    BindGroupLayout layout = new BindGroupLayout(new Standing(device), entries, null);
    return Prediction.of(device).makes(layout.standing(), layout.allowed(), () -> out.put(layout));
  }

  private static Prediction createPipelineLayout(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.PIPELINE_LAYOUT);
    long immediates = a.one(NONE, NONE, NONE, 0, 4, 16, 6, 1024);
    long count = a.one(1, 1, 0, 2, 4, 5);
    Validity validity =
        Validity.of(
            count <= 4 && (immediates == NONE || (immediates % 4 == 0 && immediates <= 64)));
    List<@Nullable BindGroupLayout> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BindGroupLayout group = a.choice(8) < 7 ? a.the(Kind.BIND_GROUP_LAYOUT) : null;
      if (group == null) {
        a.number(NONE);
      } else {
        validity = validity.and(group.standing().with(device)).and(free(group));
      }
      groups.add(group == null || group.entries().isEmpty() ? null : group);
    }
    PipelineLayout layout = new PipelineLayout(new Standing(device), groups, null);
    return Prediction.of(device).makes(layout.standing(), validity, () -> out.put(layout));
  }

  /**
   * Whether pipeline layouts may have it. What a default layout has where a shader has no group the
   * specification leaves open.
   */
  private static Validity free(BindGroupLayout group) {
    if (group.pipeline() == null) {
      return Validity.VALID;
    }
    return group.entries().isEmpty() ? Validity.UNKNOWN : Validity.INVALID;
  }

  private static Prediction createBindGroup(Arguments a) {
    Device device = a.device();
    BindGroupLayout layout = a.the(Kind.BIND_GROUP_LAYOUT);
    var out = a.out(Kind.BIND_GROUP);
    // One entry too few or too many, now and then.
    int count = layout.entries().size() + (a.choice(20) == 19 ? 1 : 0);
    a.number(count);
    Validity validity = layout.standing().with(device).and(count == layout.entries().size());
    List<BindGroup.Bound> bound = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Entry entry =
          i < layout.sorted().size()
              ? layout.sorted().get(i)
              : new Entry(0, ALL, BindGroupLayout.Type.BUFFER, Entry.UNIFORM, NONE);
      long binding = a.number(a.choice(20) == 19 ? 5 : entry.binding());
      validity = validity.and(binding == entry.binding());
      validity = validity.and(bind(a, device, entry, bound));
    }
    BindGroup group = new BindGroup(new Standing(device), layout, bound);
    return Prediction.of(device).makes(group.standing(), validity, () -> out.put(group));
  }

  /** Binds what an entry asks for, mostly. */
  private static Validity bind(
      Arguments a, Device device, Entry entry, List<BindGroup.Bound> bound) {
    int fitting =
        switch (entry.type()) {
          case BUFFER, DYNAMIC_BUFFER, NOTHING -> 0;
          case SAMPLER -> 2;
          case TEXTURE, STORAGE_TEXTURE -> 4;
        };
    int[] others = {
      fitting, fitting, fitting, fitting == 0 ? 1 : fitting, fitting == 4 ? 3 : fitting, 1, 2, 4
    };
    int kind = others[a.choice(others.length)];
    a.number(kind);
    return switch (kind) {
      case 0, 1 -> bindBuffer(a, device, entry, bound, kind == 1);
      case 2 -> bindSampler(a, device, entry, bound);
      default -> bindTexture(a, device, entry, bound, kind == 3);
    };
  }

  private static Validity bindBuffer(
      Arguments a, Device device, Entry entry, List<BindGroup.Bound> bound, boolean ranged) {
    // The buffers that can be bound are in slots 2, 3 and 5 at first.
    int[] slots =
        entry.of() == Entry.UNIFORM ? new int[] {2, 5, 0, 3, 1, 4} : new int[] {3, 5, 2, 0, 1, 4};
    Buffer buffer = a.at(Kind.BUFFER, slots[Math.max(0, a.choice(12) - 6)]);
    long offset = NONE;
    long size = NONE;
    if (ranged) {
      offset = a.one(NONE, 0, 256, 4, 1024);
      size = a.one(NONE, 16, 16, 4, 0, 6, 1024);
    } else {
      a.number(NONE);
      a.number(NONE);
    }
    long from = offset == NONE ? 0 : offset;
    long length = size == NONE ? Buffer.rest(buffer.size, from) : size;
    bound.add(new BindGroup.Bound(entry, new BindGroup.BufferRange(buffer, from, length)));
    boolean uniform = entry.of() == Entry.UNIFORM;
    boolean valid =
        entry.buffer()
            && buffer.has(uniform ? Buffer.UNIFORM : Buffer.STORAGE)
            && from % 256 == 0
            && length > 0
            && Buffer.fits(from, length, buffer.size)
            && length >= entry.least()
            && (uniform ? length <= MAX_UNIFORM : length % 4 == 0);
    return buffer.standing.with(device).and(valid);
  }

  private static Validity bindSampler(
      Arguments a, Device device, Entry entry, List<BindGroup.Bound> bound) {
    Sampler sampler = a.the(Kind.SAMPLER);
    a.number(NONE);
    a.number(NONE);
    bound.add(new BindGroup.Bound(entry, sampler));
    boolean fits =
        entry.type() == BindGroupLayout.Type.SAMPLER
            && switch ((int) entry.of()) {
              case 0 -> !sampler.comparison();
              case 1 -> !sampler.comparison() && !sampler.filtering();
              default -> sampler.comparison();
            };
    return sampler.standing().with(device).and(fits);
  }

  private static Validity bindTexture(
      Arguments a, Device device, Entry entry, List<BindGroup.Bound> bound, boolean whole) {
    View view = whole ? View.whole(a.the(Kind.TEXTURE)) : a.the(Kind.VIEW);
    a.number(NONE);
    a.number(NONE);
    bound.add(new BindGroup.Bound(entry, view));
    boolean fits =
        switch (entry.type()) {
          case TEXTURE ->
              (view.usage() & Texture.TEXTURE_BINDING) != 0
                  && view.dimension() == View.D2
                  && view.format().samples(Cases.of(GpuTextureSampleType.class, entry.of()))
                  && (view.texture().samples > 1) == entry.multisampled();
          case STORAGE_TEXTURE ->
              (view.usage() & Texture.STORAGE_BINDING) != 0
                  && view.dimension() == View.D2
                  && view.format().number() == entry.of()
                  && view.mips() == 1;
          default -> false;
        };
    Validity validity = view.standing().with(device);
    return (whole ? validity.and(view.allowed()) : validity).and(fits);
  }
}
