package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.EnumSet;
import java.util.List;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.dawn.steps.Stepping.Caught;
import run.radicchio.webgpu.dawn.steps.Stepping.Ending;

/** From {@code get-gpu} to a device, its errors, and its end. */
final class DeviceRules {
  private static final int MAX_BUFFER_SIZE = 1;

  private DeviceRules() {}

  static void add(Rules rules) {
    rules.put(Call.GET_GPU, a -> keep(a.out(Kind.GPU), new Object()));
    rules.put(Call.GPU_REQUEST_ADAPTER, DeviceRules::requestAdapter);
    rules.put(
        Call.GPU_GET_PREFERRED_CANVAS_FORMAT,
        a -> {
          a.the(Kind.GPU);
          return Prediction.ofNoDevice();
        });
    rules.put(
        Call.GPU_WGSL_LANGUAGE_FEATURES,
        a -> {
          a.the(Kind.GPU);
          return keep(a.out(Kind.LANGUAGE_FEATURES), new Object());
        });
    rules.put(
        Call.GPU_ADAPTER_FEATURES,
        a -> {
          Adapter adapter = a.the(Kind.ADAPTER);
          return keep(a.out(Kind.FEATURES), new Features(adapter, null));
        });
    rules.put(
        Call.GPU_ADAPTER_LIMITS,
        a -> {
          a.the(Kind.ADAPTER);
          return keep(a.out(Kind.LIMITS), new Limits(false));
        });
    rules.put(
        Call.GPU_ADAPTER_INFO,
        a -> {
          a.the(Kind.ADAPTER);
          return keep(a.out(Kind.INFO), new Object());
        });
    rules.put(Call.GPU_ADAPTER_REQUEST_DEVICE, DeviceRules::requestDevice);
    rules.put(
        Call.GPU_DEVICE_FEATURES,
        a -> {
          Device device = a.device();
          return keep(a.out(Kind.FEATURES), new Features(null, device));
        });
    rules.put(
        Call.GPU_DEVICE_LIMITS,
        a -> {
          a.device();
          return keep(a.out(Kind.LIMITS), new Limits(true));
        });
    rules.put(
        Call.GPU_DEVICE_ADAPTER_INFO,
        a -> {
          a.device();
          return keep(a.out(Kind.INFO), new Object());
        });
    rules.put(
        Call.GPU_DEVICE_QUEUE,
        a -> {
          Device device = a.device();
          return keep(a.out(Kind.QUEUE), device.queue);
        });
    rules.put(Call.GPU_DEVICE_DESTROY, DeviceRules::destroy);
    rules.put(Call.GPU_DEVICE_LOST, DeviceRules::lost);
    rules.put(Call.LOST_WAIT, DeviceRules::waitForLoss);
    rules.put(Call.LOST_DROP, a -> dropped(a, Kind.LOST));
    rules.put(Call.GPU_DEVICE_PUSH_ERROR_SCOPE, DeviceRules::push);
    rules.put(Call.GPU_DEVICE_POP_ERROR_SCOPE, DeviceRules::pop);
    rules.put(Call.GPU_DEVICE_ON_UNCAPTURED_ERROR, DeviceRules::listen);
    rules.put(Call.ERRORS_READ, DeviceRules::read);
    rules.put(Call.ERRORS_DROP, a -> dropped(a, Kind.ERRORS));
    rules.put(Call.PENDING_WAIT, DeviceRules::await);
    rules.put(Call.PENDING_DROP, DeviceRules::giveUp);
  }

  private static <T> Prediction keep(Slots.Slot<T> out, T thing) {
    return Prediction.ofNoDevice().then(() -> out.put(thing));
  }

  static <T> Prediction dropped(Arguments a, Kind<T> kind) {
    a.the(kind);
    int slot = a.lastSlot();
    return Prediction.ofNoDevice().then(() -> a.slots().clear(kind, slot));
  }

  private static Prediction requestAdapter(Arguments a) {
    a.the(Kind.GPU);
    var out = a.out(Kind.ADAPTER);
    Integer slot = a.pending();
    long level = a.one(NONE, NONE, 0, 1, 2);
    a.one(NONE, 0, 1);
    long fallback = a.one(NONE, NONE, 0, 1);
    Prediction prediction = Prediction.ofNoDevice();
    if (level == 2) {
      prediction.returns(0);
    } else if (fallback != 1) {
      prediction.returns(1);
    }
    return prediction.underWay(
        a.slots(),
        slot,
        Pending.done(
            outcome -> {
              if (outcome.numbers()[0] == 1) {
                out.put(new Adapter());
              }
            }));
  }

  private static Prediction requestDevice(Arguments a) {
    Adapter adapter = a.the(Kind.ADAPTER);
    int outSlot = a.choice(Kind.DEVICE.slots());
    // The first is there in each try.
    var out = a.slots().slot(Kind.DEVICE, Math.max(outSlot, 1));
    a.number(out.index());
    Integer slot = a.pending();
    long timestamps = Cases.number(GpuFeatureName.TIMESTAMP_QUERY);
    long feature =
        a.one(
            NONE,
            NONE,
            timestamps,
            Cases.number(GpuFeatureName.CORE_FEATURES_AND_LIMITS),
            Cases.number(GpuFeatureName.PRIMITIVE_INDEX));
    long limit = a.one(NONE, NONE, NONE, 0, MAX_BUFFER_SIZE, 2);
    long value = a.one(NONE, 4, 1L << 62);
    boolean noFeature = feature == Cases.number(GpuFeatureName.PRIMITIVE_INDEX);
    boolean noLimit = limit != NONE && value != NONE && (limit == 2 || value > 4);
    Prediction prediction = Prediction.ofNoDevice();
    boolean mayLackFeature = feature == timestamps;
    EnumSet<Ending> endings = EnumSet.of(Ending.DONE);
    if (noFeature) {
      endings = EnumSet.of(Ending.TYPE_ERROR);
    } else if (adapter.consumed || noLimit) {
      endings = EnumSet.of(Ending.OPERATION_ERROR);
    }
    if (mayLackFeature) {
      endings.add(Ending.TYPE_ERROR);
    }
    if (adapter.asked && endings.contains(Ending.DONE)) {
      // Another request is or was under way, which may have got the device.
      endings.add(Ending.OPERATION_ERROR);
    }
    if (slot != null) {
      prediction.before(() -> adapter.asked = true);
    }
    return prediction.underWay(
        a.slots(),
        slot,
        new Pending(
            endings,
            outcome -> {
              if (outcome.ending() == Ending.DONE) {
                adapter.consumed = true;
                out.put(new Device(feature == timestamps));
              }
            },
            () -> {}));
  }

  /** Not of the first one, which all tries share. */
  private static Prediction destroy(Arguments a) {
    Device device = a.at(Kind.DEVICE, 1 + a.choice(Kind.DEVICE.slots() - 1));
    return Prediction.of(device).unobserved().then(device::destroy);
  }

  private static Prediction lost(Arguments a) {
    Device device = a.device();
    return keep(a.out(Kind.LOST), new Lost(device));
  }

  /** Only of devices that are lost: else nobody would wait to the end. */
  private static Prediction waitForLoss(Arguments a) {
    Lost lost = a.the(Kind.LOST);
    int slot = a.lastSlot();
    if (!lost.device().lost()) {
      throw new Arguments.Missing(
          List.of(Draw.of(Call.GPU_DEVICE_LOST, 98, slot), Draw.of(Call.GPU_DEVICE_DESTROY)));
    }
    var out = a.out(Kind.LOST_INFO);
    return Prediction.ofNoDevice()
        .then(
            () -> {
              a.slots().clear(Kind.LOST, slot);
              out.put(lost);
            });
  }

  private static Prediction push(Arguments a) {
    Device device = a.device();
    Caught[] filters = {Caught.VALIDATION_ERROR, Caught.OUT_OF_MEMORY_ERROR, Caught.INTERNAL_ERROR};
    int filter = (int) a.one(0, 0, 1, 2);
    return Prediction.of(device).unobserved().then(() -> device.push(filters[filter]));
  }

  private static Prediction pop(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.ERROR);
    Integer slot = a.pending();
    Prediction prediction = Prediction.of(device).unobserved();
    if (device.lost()) {
      prediction.returns(0);
    } else if (!device.hasScope()) {
      prediction.ends(Ending.OPERATION_ERROR);
    } else if (!device.uncertain()) {
      prediction.returns(Cases.number(device.innermost()));
    }
    EnumSet<Ending> endings =
        EnumSet.of(device.lost() || device.hasScope() ? Ending.DONE : Ending.OPERATION_ERROR);
    if (!device.lost() && device.hasScope()) {
      prediction.before(device::pop);
    }
    return prediction.underWay(
        a.slots(),
        slot,
        new Pending(
            endings,
            outcome -> {
              if (outcome.ending() == Ending.DONE && outcome.numbers()[0] != 0) {
                out.put(Cases.of(Caught.class, outcome.numbers()[0]));
              }
            },
            () -> {}));
  }

  private static Prediction listen(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.ERRORS);
    return Prediction.ofNoDevice().then(() -> out.put(device.listen()));
  }

  private static Prediction read(Arguments a) {
    Errors errors = a.the(Kind.ERRORS);
    if (errors.ended()) {
      throw new Arguments.Missing(Kind.ERRORS.filling().apply(a.lastSlot()));
    }
    if (errors.device().uncertain()) {
      a.number(0);
      return Prediction.ofNoDevice().then(errors::read);
    }
    long[] all = errors.all();
    a.number(all.length - 1);
    return Prediction.ofNoDevice().returns(all).then(errors::read);
  }

  private static Prediction await(Arguments a) {
    Pending call = a.the(Kind.PENDING);
    int slot = a.lastSlot();
    Prediction prediction = Prediction.ofNoDevice();
    return prediction
        .then(() -> a.slots().clear(Kind.PENDING, slot))
        .underWay(a.slots(), null, call);
  }

  private static Prediction giveUp(Arguments a) {
    Pending call = a.the(Kind.PENDING);
    int slot = a.lastSlot();
    return Prediction.ofNoDevice()
        .then(
            () -> {
              a.slots().clear(Kind.PENDING, slot);
              call.giveUp();
            });
  }
}
