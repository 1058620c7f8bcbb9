package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.List;
import run.radicchio.webgpu.dawn.steps.Encoding.State;

/** Command encoders: their life, and copies (specification, "Command Encoding"). */
final class EncoderRules {
  private EncoderRules() {}

  static void add(Rules rules) {
    rules.put(Call.GPU_DEVICE_CREATE_COMMAND_ENCODER, EncoderRules::create);
    rules.put(Call.GPU_COMMAND_ENCODER_FINISH, EncoderRules::finish);
    rules.put(Call.GPU_COMMAND_ENCODER_COPY_BUFFER_TO_BUFFER, EncoderRules::copyBuffer);
    rules.put(Call.GPU_COMMAND_ENCODER_COPY_BUFFER_TO_TEXTURE, a -> copyTexels(a, true));
    rules.put(Call.GPU_COMMAND_ENCODER_COPY_TEXTURE_TO_BUFFER, a -> copyTexels(a, false));
    rules.put(Call.GPU_COMMAND_ENCODER_COPY_TEXTURE_TO_TEXTURE, EncoderRules::copyTexture);
    rules.put(Call.GPU_COMMAND_ENCODER_CLEAR_BUFFER, EncoderRules::clear);
    rules.put(Call.GPU_COMMAND_ENCODER_RESOLVE_QUERY_SET, EncoderRules::resolve);
    rules.put(Call.GPU_COMMAND_ENCODER_PUSH_DEBUG_GROUP, a -> choose(a).encoding.pushDebugGroup());
    rules.put(
        Call.GPU_COMMAND_ENCODER_POP_DEBUG_GROUP,
        a -> {
          Encoding encoding = choose(a).encoding;
          a.wants(
              encoding.hasDebugGroup(),
              List.of(Draw.of(Call.GPU_COMMAND_ENCODER_PUSH_DEBUG_GROUP, a.lastSlot(), 7)));
          return encoding.popDebugGroup();
        });
    rules.put(
        Call.GPU_COMMAND_ENCODER_INSERT_DEBUG_MARKER,
        a -> choose(a).encoding.command(true, () -> {}));
  }

  /** An encoder in which no pass is open, mostly. */
  static CommandEncoder choose(Arguments a) {
    CommandEncoder encoder = a.the(Kind.COMMAND_ENCODER);
    boolean locked = encoder.encoding.state() == State.LOCKED;
    int compute = a.slots().find(Kind.COMPUTE_PASS, pass -> pass.isOpenIn(encoder));
    int render = a.slots().find(Kind.RENDER_PASS, pass -> pass.isOpenIn(encoder));
    if (locked && compute >= 0) {
      a.wants(false, List.of(Draw.of(Call.GPU_COMPUTE_PASS_ENCODER_END, compute, 7)));
    } else if (locked && render >= 0) {
      a.wants(false, List.of(Draw.of(Call.GPU_RENDER_PASS_ENCODER_END, render, 7)));
    }
    return encoder;
  }

  private static Prediction create(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.COMMAND_ENCODER);
    CommandEncoder encoder = new CommandEncoder(device);
    return Prediction.of(device).makes(encoder.encoding.standing(), true, () -> out.put(encoder));
  }

  private static Prediction finish(Arguments a) {
    Encoding encoding = choose(a).encoding;
    var out = a.out(Kind.COMMAND_BUFFER);
    CommandBuffer made = new CommandBuffer(encoding.device(), encoding.uses());
    return Prediction.of(encoding.device())
        .makes(
            made.standing,
            encoding.complete().and(encoding.state() == State.OPEN),
            () -> {
              encoding.become(State.ENDED);
              out.put(made);
            });
  }

  private static Prediction copyBuffer(Arguments a) {
    Encoding encoding = choose(a).encoding;
    Buffer source = a.the(Kind.BUFFER);
    Buffer target = a.the(Kind.BUFFER);
    long sourceOffset = a.one(NONE, 0, NONE, 0, 8, 6, 1024);
    long targetOffset = a.one(NONE, 0, NONE, 0, 8, 6, 1024);
    long size = a.one(16, NONE, 16, 0, 6, 1024, -4);
    long from = sourceOffset == NONE ? 0 : sourceOffset;
    long to = targetOffset == NONE ? 0 : targetOffset;
    boolean begins = Long.compareUnsigned(from, source.size) <= 0;
    long length = size == NONE ? Buffer.rest(source.size, from) : size;
    boolean valid =
        begins
            && source != target
            && source.has(Buffer.COPY_SRC)
            && target.has(Buffer.COPY_DST)
            && length % 4 == 0
            && from % 4 == 0
            && to % 4 == 0
            && Buffer.fits(from, length, source.size)
            && Buffer.fits(to, length, target.size);
    Validity validity =
        source
            .standing
            .with(encoding.device())
            .and(target.standing.with(encoding.device()))
            .and(valid);
    return encoding.command(
        validity,
        () -> {
          encoding.uses().add(source);
          encoding.uses().add(target);
        });
  }

  private static Prediction copyTexels(Arguments a, boolean toTexture) {
    Encoding encoding = choose(a).encoding;
    Buffer buffer;
    Texture texture;
    TexelCopy.Place place;
    TexelCopy.Layout layout;
    if (toTexture) {
      buffer = a.the(Kind.BUFFER);
      texture = a.the(Kind.TEXTURE);
      layout = TexelCopy.Layout.choose(a);
      place = TexelCopy.Place.choose(a, texture);
    } else {
      texture = a.the(Kind.TEXTURE);
      buffer = a.the(Kind.BUFFER);
      place = TexelCopy.Place.choose(a, texture);
      layout = TexelCopy.Layout.choose(a);
    }
    TexelCopy.Extent extent = TexelCopy.Extent.choose(a, texture);
    boolean valid =
        buffer.has(toTexture ? Buffer.COPY_SRC : Buffer.COPY_DST)
            && texture.has(toTexture ? Texture.COPY_DST : Texture.COPY_SRC)
            && texture.samples == 1
            && place.isWithin(texture, extent)
            && (toTexture
                ? texture.format.copyTo(place.aspect())
                : texture.format.copyFrom(place.aspect()))
            && layout.isAligned(texture)
            && layout.holds(texture, extent, buffer.size);
    Validity validity =
        buffer
            .standing
            .with(encoding.device())
            .and(texture.standing.with(encoding.device()))
            .and(valid);
    return encoding.command(
        validity,
        () -> {
          encoding.uses().add(buffer);
          encoding.uses().add(texture);
        });
  }

  private static Prediction copyTexture(Arguments a) {
    Encoding encoding = choose(a).encoding;
    Texture source = a.the(Kind.TEXTURE);
    Texture target = a.the(Kind.TEXTURE);
    TexelCopy.Place from = TexelCopy.Place.choose(a, source);
    TexelCopy.Place to = TexelCopy.Place.choose(a, target);
    TexelCopy.Extent extent = TexelCopy.Extent.choose(a, source);
    boolean valid =
        source.has(Texture.COPY_SRC)
            && target.has(Texture.COPY_DST)
            && source.samples == target.samples
            && source.format.copyCompatible(target.format)
            && from.isWithin(source, extent)
            && to.isWithin(target, extent)
            && from.aspect() == 0
            && to.aspect() == 0
            && !TexelCopy.overlap(source, from, target, to, extent);
    Validity validity =
        source
            .standing
            .with(encoding.device())
            .and(target.standing.with(encoding.device()))
            .and(valid);
    return encoding.command(
        validity,
        () -> {
          encoding.uses().add(source);
          encoding.uses().add(target);
        });
  }

  private static Prediction clear(Arguments a) {
    Encoding encoding = choose(a).encoding;
    Buffer buffer = a.the(Kind.BUFFER);
    long offset = a.one(NONE, 0, NONE, 8, 6, 1024);
    long size = a.one(NONE, NONE, 8, 0, 6, 1024, -4);
    long from = offset == NONE ? 0 : offset;
    long length = size == NONE ? Buffer.rest(buffer.size, from) : size;
    boolean valid =
        buffer.has(Buffer.COPY_DST)
            && from % 4 == 0
            && length % 4 == 0
            && Buffer.fits(from, length, buffer.size);
    return encoding.command(
        buffer.standing.with(encoding.device()).and(valid), () -> encoding.uses().add(buffer));
  }

  private static Prediction resolve(Arguments a) {
    Encoding encoding = choose(a).encoding;
    QuerySet set = a.the(Kind.QUERY_SET);
    Buffer buffer = a.the(Kind.BUFFER);
    long first = a.one(0, 0, 1, 4, 0xffffffffL);
    long count = a.one(1, 1, 4, 0, 5, 0xffffffffL);
    long offset = a.one(0, 0, 256, 8, 1024, -256);
    boolean valid =
        buffer.has(Buffer.QUERY_RESOLVE)
            && first < set.count
            && first + count <= set.count
            && offset % 256 == 0
            && Buffer.fits(offset, 8 * count, buffer.size);
    Validity validity =
        set.standing
            .with(encoding.device())
            .and(buffer.standing.with(encoding.device()))
            .and(valid);
    return encoding.command(
        validity,
        () -> {
          encoding.uses().add(set);
          encoding.uses().add(buffer);
        });
  }
}
