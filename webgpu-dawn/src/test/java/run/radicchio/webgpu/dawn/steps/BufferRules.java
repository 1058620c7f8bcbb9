package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.Stepping.Ending;
import run.radicchio.webgpu.dawn.steps.Stepping.Outcome;

/** Making buffers and mapping them (specification, "Buffers"). */
final class BufferRules {
  private static final long MAX_SIZE = 256L << 20;

  /** What the first slots are filled with, and more. The last ones are not allowed. */
  private static final int[] USAGES = {
    Buffer.MAP_READ | Buffer.COPY_DST,
    Buffer.MAP_WRITE | Buffer.COPY_SRC,
    Buffer.UNIFORM | Buffer.COPY_DST | Buffer.COPY_SRC,
    Buffer.STORAGE | Buffer.COPY_DST | Buffer.COPY_SRC | Buffer.INDIRECT,
    Buffer.VERTEX | Buffer.INDEX | Buffer.COPY_DST,
    Buffer.QUERY_RESOLVE | Buffer.COPY_SRC | Buffer.INDIRECT | Buffer.UNIFORM | Buffer.STORAGE,
    0,
    Buffer.MAP_READ | Buffer.MAP_WRITE,
    Buffer.MAP_READ | Buffer.COPY_SRC,
    Buffer.MAP_WRITE | Buffer.STORAGE,
  };

  private BufferRules() {}

  static void add(Rules rules) {
    rules.put(Call.GPU_DEVICE_CREATE_BUFFER, BufferRules::create);
    rules.put(Call.GPU_BUFFER_SIZE, a -> getter(a.the(Kind.BUFFER), b -> b.size));
    rules.put(Call.GPU_BUFFER_USAGE, a -> getter(a.the(Kind.BUFFER), b -> b.usage));
    rules.put(Call.GPU_BUFFER_MAP_STATE, BufferRules::mapState);
    rules.put(Call.GPU_BUFFER_MAP_ASYNC, BufferRules::map);
    rules.put(Call.GPU_BUFFER_GET_MAPPED_RANGE_GET_WITH_COPY, BufferRules::get);
    rules.put(Call.GPU_BUFFER_GET_MAPPED_RANGE_SET_WITH_COPY, BufferRules::set);
    rules.put(Call.GPU_BUFFER_UNMAP, BufferRules::unmap);
    rules.put(Call.GPU_BUFFER_DESTROY, BufferRules::destroy);
  }

  private static Prediction create(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.BUFFER);
    int usageChoice = a.choice(USAGES.length);
    long size = a.one(512, 512, 512, 512, 64, 16, 0, 10, MAX_SIZE + 4, -8);
    int usage = USAGES[usageChoice];
    a.number(usage);
    boolean fits = Long.compareUnsigned(size, MAX_SIZE) <= 0;
    // Whether there is memory for more is for the machine to say.
    boolean mapped = (fits ? a.one(NONE, 0, NONE, 1) : a.one(NONE, 0)) == 1;
    Buffer buffer = new Buffer(device, size, usage);
    // Where WebGPU throws a range error, a call without a result is a validation error.
    boolean valid = allowed(usage) && fits && (!mapped || size % 4 == 0);
    return Prediction.of(device)
        .makes(
            buffer.standing,
            valid,
            () -> {
              // One that cannot be mapped was never made, where WebGPU throws.
              if (mapped && size % 4 == 0) {
                buffer.map(0, size);
              }
              device.add(buffer);
              out.put(buffer);
            });
  }

  private static boolean allowed(int usage) {
    int readable = Buffer.MAP_READ | Buffer.COPY_DST;
    int writable = Buffer.MAP_WRITE | Buffer.COPY_SRC;
    return usage != 0
        && ((usage & Buffer.MAP_READ) == 0 || (usage & ~readable) == 0)
        && ((usage & Buffer.MAP_WRITE) == 0 || (usage & ~writable) == 0);
  }

  private interface Getter {
    long of(Buffer buffer);
  }

  private static Prediction getter(Buffer buffer, Getter getter) {
    return Prediction.of(buffer.standing.device()).returns(getter.of(buffer));
  }

  private static Prediction mapState(Arguments a) {
    Buffer buffer = a.the(Kind.BUFFER);
    Prediction prediction = Prediction.of(buffer.standing.device());
    return switch (buffer.state()) {
      case UNMAPPED -> prediction.returns(0);
      case MAPPED -> prediction.returns(2);
      case PENDING ->
          prediction
              .returns("1 or 2", numbers -> numbers[0] > 0)
              .after(
                  outcome -> {
                    if (outcome.numbers()[0] == 2) {
                      buffer.seenMapped();
                    }
                  });
      case UNKNOWN -> prediction;
    };
  }

  private static Prediction map(Arguments a) {
    Buffer buffer = a.the(Kind.BUFFER);
    Integer slot = a.pending();
    int fitting = buffer.has(Buffer.MAP_WRITE) ? 2 : 1;
    long mode = a.one(fitting, fitting, fitting, fitting, 3, 0, 1, 2);
    long offset = a.one(NONE, 0, NONE, 0, 8, 4, buffer.size, 1024);
    long size = a.one(NONE, NONE, 8, 16, 0, 6, buffer.size, 1024);
    long from = offset == NONE ? 0 : offset;
    long length = size == NONE ? Buffer.rest(buffer.size, from) : size;
    boolean allowed =
        buffer.available() == Validity.VALID
            && from % 8 == 0
            && length % 4 == 0
            && Buffer.fits(from, length, buffer.size)
            && ((mode == 1 && buffer.has(Buffer.MAP_READ))
                || (mode == 2 && buffer.has(Buffer.MAP_WRITE)));
    Prediction prediction = Prediction.of(buffer.standing.device());
    if (buffer.state() == Buffer.MapState.UNKNOWN) {
      return prediction.mayFail().underWay(a.slots(), slot, unknown());
    }
    if (buffer.state() != Buffer.MapState.UNMAPPED) {
      return refused(prediction, a, slot, buffer, Ending.OPERATION_ERROR).requires(false);
    }
    if (buffer.standing.validity() == Validity.INVALID || buffer.standing.device().lost()) {
      return refused(prediction, a, slot, buffer, Ending.ABORT_ERROR);
    }
    if (!allowed) {
      return refused(prediction, a, slot, buffer, Ending.OPERATION_ERROR).requires(false);
    }
    Pending[] self = new Pending[1];
    Pending call =
        new Pending(
            EnumSet.of(Ending.DONE),
            outcome -> {
              if (outcome.ending() == Ending.DONE) {
                buffer.settle(self[0]);
              }
            },
            () -> buffer.giveUp(self[0]));
    self[0] = call;
    return prediction
        .before(() -> buffer.pend(call, from, from + length))
        .underWay(a.slots(), slot, call);
  }

  /**
   * A call that fails. Until that is told a buffer that was not mapped counts as about to be: to
   * unmap it ends the call.
   */
  private static Prediction refused(
      Prediction prediction, Arguments a, @Nullable Integer slot, Buffer buffer, Ending ending) {
    boolean unmapped = buffer.state() == Buffer.MapState.UNMAPPED;
    return prediction
        .underWay(a.slots(), slot, Pending.failing(ending, Ending.ABORT_ERROR))
        .after(
            outcome -> {
              if (unmapped && outcome.ending() == Ending.PENDING) {
                buffer.doubt();
              }
            });
  }

  private static Pending unknown() {
    return new Pending(
        EnumSet.of(Ending.OPERATION_ERROR, Ending.DONE, Ending.ABORT_ERROR), _ -> {}, () -> {});
  }

  private static Prediction get(Arguments a) {
    Buffer buffer = a.the(Kind.BUFFER);
    long offset = a.one(NONE, 0, NONE, 8, 4, 1024);
    long size = a.one(NONE, 8, 0, 6, 1024, -8);
    long from = offset == NONE ? 0 : offset;
    long length = size == NONE ? Buffer.rest(buffer.size, from) : size;
    return range(buffer, from, length, true).returns(length);
  }

  private static Prediction set(Arguments a) {
    Buffer buffer = a.the(Kind.BUFFER);
    long data = a.one(Buffer.fits(0, buffer.size, 1024) ? buffer.size : 8, 8, 8, 16, 0);
    long offset = a.one(NONE, 0, NONE, 8, 4, 1024);
    long size = a.one(NONE, 8, 8, 16, 0, 6);
    long from = offset == NONE ? 0 : offset;
    long length = size == NONE ? Buffer.rest(buffer.size, from) : size;
    return range(buffer, from, length, data == length);
  }

  private static Prediction range(Buffer buffer, long from, long length, boolean right) {
    Prediction prediction = Prediction.of(buffer.standing.device());
    boolean there = right && buffer.maps(from, length);
    return switch (buffer.state()) {
      case MAPPED -> prediction.ends(there ? Ending.DONE : Ending.OPERATION_ERROR);
      case UNMAPPED -> prediction.ends(Ending.OPERATION_ERROR);
      case UNKNOWN -> prediction.ends(Ending.DONE, Ending.OPERATION_ERROR);
      case PENDING ->
          there
              ? prediction
                  .ends(Ending.DONE, Ending.OPERATION_ERROR)
                  .after(outcome -> seen(buffer, outcome))
              : prediction.ends(Ending.OPERATION_ERROR);
    };
  }

  private static void seen(Buffer buffer, Outcome outcome) {
    if (outcome.ending() == Ending.DONE) {
      buffer.seenMapped();
    }
  }

  private static Prediction unmap(Arguments a) {
    Buffer buffer = a.the(Kind.BUFFER);
    Prediction prediction = Prediction.of(buffer.standing.device());
    return switch (buffer.state()) {
      case UNMAPPED, MAPPED -> prediction.then(() -> buffer.unmap(Ending.DONE));
      case UNKNOWN, PENDING ->
          prediction
              .ends(Ending.DONE, Ending.ABORT_ERROR)
              .after(
                  outcome ->
                      buffer.unmap(
                          outcome.ending() == Ending.DONE ? Ending.DONE : Ending.ABORT_ERROR));
    };
  }

  private static Prediction destroy(Arguments a) {
    Buffer buffer = a.the(Kind.BUFFER);
    return Prediction.of(buffer.standing.device()).then(buffer::destroy);
  }
}
