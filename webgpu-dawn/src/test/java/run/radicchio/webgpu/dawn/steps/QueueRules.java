package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.ArrayList;
import java.util.List;
import run.radicchio.webgpu.dawn.steps.Stepping.Ending;

/** Queues and query sets. */
final class QueueRules {
  private QueueRules() {}

  static void add(Rules rules) {
    rules.put(Call.GPU_QUEUE_SUBMIT, QueueRules::submit);
    rules.put(Call.GPU_QUEUE_ON_SUBMITTED_WORK_DONE, QueueRules::workDone);
    rules.put(Call.GPU_QUEUE_WRITE_BUFFER_WITH_COPY, QueueRules::writeBuffer);
    rules.put(Call.GPU_QUEUE_WRITE_TEXTURE_WITH_COPY, QueueRules::writeTexture);
    rules.put(Call.GPU_DEVICE_CREATE_QUERY_SET, QueueRules::createQuerySet);
    rules.put(
        Call.GPU_QUERY_SET_TYPE,
        a -> {
          QuerySet set = a.the(Kind.QUERY_SET);
          return Prediction.of(set.standing.device()).returns(set.timestamps ? 1 : 0);
        });
    rules.put(
        Call.GPU_QUERY_SET_COUNT,
        a -> {
          QuerySet set = a.the(Kind.QUERY_SET);
          return Prediction.of(set.standing.device()).returns(set.count);
        });
    rules.put(
        Call.GPU_QUERY_SET_DESTROY,
        a -> {
          QuerySet set = a.the(Kind.QUERY_SET);
          return Prediction.of(set.standing.device()).then(set::destroy);
        });
  }

  private static Prediction submit(Arguments a) {
    Queue queue = a.the(Kind.QUEUE);
    long count = a.one(1, 1, 1, 0, 2);
    List<CommandBuffer> submitted = new ArrayList<>();
    Validity validity = Validity.VALID;
    for (int i = 0; i < count; i++) {
      CommandBuffer buffer = a.the(Kind.COMMAND_BUFFER);
      validity =
          validity
              .and(!submitted.contains(buffer))
              .and(buffer.standing.with(queue.device()))
              .and(buffer.uses.available());
      submitted.add(buffer);
    }
    // A command buffer is good for one submission, whether that is valid or not.
    return Prediction.of(queue.device())
        .requires(validity)
        .then(() -> submitted.forEach(buffer -> buffer.standing.is(Validity.INVALID)));
  }

  private static Prediction workDone(Arguments a) {
    Queue queue = a.the(Kind.QUEUE);
    Integer slot = a.pending();
    return Prediction.of(queue.device()).underWay(a.slots(), slot, Pending.done(_ -> {}));
  }

  private static Prediction writeBuffer(Arguments a) {
    Queue queue = a.the(Kind.QUEUE);
    Buffer buffer = a.the(Kind.BUFFER);
    long offset = a.one(0, 0, 4, 6, 1024, -4);
    long data = a.one(16, 4, 0, 6);
    long dataOffset = a.one(NONE, 0, NONE, 4, 20);
    long size = a.one(NONE, NONE, 8, 6, 40, -4);
    long from = dataOffset == NONE ? 0 : dataOffset;
    long length = size == NONE ? data - from : size;
    Prediction prediction = Prediction.of(queue.device());
    if (length < 0 || length % 4 != 0 || !Buffer.fits(from, length, data)) {
      return prediction.ends(Ending.OPERATION_ERROR);
    }
    return prediction.requires(
        buffer
            .standing
            .with(queue.device())
            .and(buffer.available())
            .and(
                buffer.has(Buffer.COPY_DST)
                    && offset % 4 == 0
                    && Buffer.fits(offset, length, buffer.size)));
  }

  private static Prediction writeTexture(Arguments a) {
    Queue queue = a.the(Kind.QUEUE);
    Texture texture = a.the(Kind.TEXTURE);
    TexelCopy.Place place = TexelCopy.Place.choose(a, texture);
    long data = a.one(1024, 64, 256, 16, 0);
    TexelCopy.Layout layout = TexelCopy.Layout.choose(a);
    TexelCopy.Extent extent = TexelCopy.Extent.choose(a, texture);
    return Prediction.of(queue.device())
        .requires(
            texture
                .standing
                .with(queue.device())
                .and(
                    !texture.destroyed()
                        && texture.has(Texture.COPY_DST)
                        && texture.samples == 1
                        && place.isWithin(texture, extent)
                        && texture.format.copyTo(place.aspect())
                        && layout.holds(texture, extent, data)));
  }

  private static Prediction createQuerySet(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.QUERY_SET);
    boolean timestamps = a.one(0, 0, 0, 1) == 1;
    long count = a.one(4, 4, 4, 1, 0, 4096, 4097);
    Prediction prediction = Prediction.of(device);
    if (timestamps && !device.timestamps) {
      return prediction.ends(Ending.TYPE_ERROR);
    }
    QuerySet set = new QuerySet(device, timestamps, count);
    return prediction.makes(set.standing, count <= 4096, () -> out.put(set));
  }
}
