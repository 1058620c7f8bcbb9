package run.radicchio.webgpu.dawn.object;

import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUGlobal;
import run.radicchio.webgpu.dawn.generated.WGPUInstance;
import run.radicchio.webgpu.dawn.generated.WGPUInstanceDescriptor;

/** An instance of Dawn, which has adapters, with the pump of its own events. */
public final class Instance implements AutoCloseable {
  private final long address;
  private final EventPump pump;
  private final Lifetime lifetime;

  private Instance(long address, LiveObjects live) {
    this.address = address;
    this.pump = new EventPump(address, () -> {});
    this.lifetime = new Lifetime(live, this::end);
    live.created(ObjectKind.INSTANCE);
  }

  /**
   * Makes an instance.
   *
   * @param extension the address of a structure that extends the descriptor, 0 for none
   * @param live where the instance and all objects from it are counted
   */
  public static Instance create(long extension, LiveObjects live) {
    try (Call call = Call.begin()) {
      long descriptor = call.allocate(WGPUInstanceDescriptor.SIZE);
      WGPUInstanceDescriptor.initialize(descriptor);
      WGPUInstanceDescriptor.nextInChain(descriptor, extension);
      long address = WGPUGlobal.createInstance(descriptor);
      if (address == 0) {
        throw new IllegalStateException("Dawn could not make an instance");
      }
      return new Instance(address, live);
    }
  }

  /** The address that Dawn's functions take. */
  public long address() {
    return address;
  }

  /** Lets calls of the instance itself end; each device has a pump for its own. */
  public EventPump pump() {
    return pump;
  }

  /** The adapters, devices and calls of the instance are in it. */
  public Lifetime lifetime() {
    return lifetime;
  }

  /** Gives the instance up: it ends with the last of its objects. To be called once. */
  @Override
  public void close() {
    lifetime.leave();
  }

  private void end() {
    pump.deliver(
        () -> {
          WGPUInstance.release(address);
          lifetime.live().released(ObjectKind.INSTANCE);
        });
  }
}
