package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.StampedLock;
import run.radicchio.webgpu.GpuDeviceLostInfo;
import run.radicchio.webgpu.GpuDeviceLostReason;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPUDeviceLostReason;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;
import run.radicchio.webgpu.dawn.generated.WGPUQueue;
import run.radicchio.webgpu.dawn.generated.WGPUStringView;
import run.radicchio.webgpu.dawn.object.DeviceEvents;
import run.radicchio.webgpu.dawn.object.EventPump;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.Lifetime;
import run.radicchio.webgpu.dawn.object.ObjectKind;
import run.radicchio.webgpu.dawn.object.Once;
import run.radicchio.webgpu.dawn.object.Text;

/**
 * A device, as all of its objects share it: {@link DawnDevice} is the resource that its maker
 * holds, which may be gone while a queue or a buffer still needs the device.
 */
final class Device implements DeviceEvents.Listener {
  private final PhysicalAdapter adapter;
  private final DeviceEvents events = new DeviceEvents(this);
  private final Lifetime lifetime;
  private final EventPump pump;
  private final Once<GpuDeviceLostInfo> lost = new Once<>();
  private final StampedLock uses = new StampedLock();
  private final ErrorScopes errorScopes = new ErrorScopes();
  private final UncapturedErrors uncapturedErrors;
  private final Garbage garbage = new Garbage(this::submitNothing);

  /** The threads that make attempts, with the errors of these so far. */
  private final Map<Thread, List<DawnError>> attempts = new ConcurrentHashMap<>();

  private volatile boolean isLost;
  private volatile long address;
  private volatile String queueLabel;

  Device(PhysicalAdapter adapter, String queueLabel) {
    this.adapter = adapter;
    this.queueLabel = queueLabel;
    this.lifetime =
        new Lifetime(adapter.instance().lifetime().live(), garbage::released, this::end);
    this.pump = new EventPump(adapter.instance().address(), () -> WGPUDevice.tick(address));
    this.uncapturedErrors = new UncapturedErrors(pump);
  }

  /** Dawn made the device. */
  void opened(long address) {
    this.address = address;
    adapter.instance().lifetime().enter();
    adapter.devices().add(this);
  }

  /** Dawn did not make the device. */
  void failed() {
    events.close();
  }

  /** The address that Dawn's functions take, valid as long as something of the device is held. */
  long address() {
    return address;
  }

  DeviceEvents events() {
    return events;
  }

  PhysicalAdapter adapter() {
    return adapter;
  }

  /** Lets the device's calls end, and tells what happens to it. */
  EventPump pump() {
    return pump;
  }

  Lifetime lifetime() {
    return lifetime;
  }

  /** A future that completes when the device is lost. */
  CompletableFuture<GpuDeviceLostInfo> lost() {
    return lost.future();
  }

  /** Whether the device is lost, which {@link #lost} may be about to tell. */
  boolean isLost() {
    return isLost;
  }

  /**
   * Whoever uses mapped memory or an encoder holds it for reading, and whoever takes them away, as
   * to unmap or to destroy the device does, for writing. Dawn does not look after these.
   */
  StampedLock uses() {
    return uses;
  }

  ErrorScopes errorScopes() {
    return errorScopes;
  }

  UncapturedErrors uncapturedErrors() {
    return uncapturedErrors;
  }

  Garbage garbage() {
    return garbage;
  }

  private void submitNothing() {
    if (!isLost) {
      long queue = WGPUDevice.getQueue(address);
      WGPUQueue.submit(queue, 0, 0);
      WGPUQueue.release(queue);
    }
  }

  /** The label of the one queue, which every handle of it shows. */
  String queueLabel() {
    return queueLabel;
  }

  void setQueueLabel(String label) {
    queueLabel = label;
  }

  /** Takes over an object that Dawn made for this device. */
  Handle own(ObjectKind kind, long object, String label) {
    return new Handle(kind, object, lifetime, label);
  }

  /**
   * Reports an error that Dawn does not.
   *
   * @param type a {@code WGPUErrorType}
   */
  void error(int type, String message) {
    if (!lifetime.tryEnter()) {
      return;
    }
    try (Call call = Call.begin()) {
      long view = call.allocate(WGPUStringView.SIZE);
      Text.write(call, view, message);
      WGPUDevice.injectError(address, type, view);
    } finally {
      lifetime.leave();
    }
  }

  /** Runs calls of this side, whose errors concern nobody; whether there was none. */
  boolean attempt(Runnable calls) {
    return errorsOf(calls).isEmpty();
  }

  /**
   * Runs calls whose errors are told as ever; whether Dawn accepted all of them. A device that is
   * lost accepts nothing.
   */
  boolean accepts(Runnable calls) {
    List<DawnError> errors = errorsOf(calls);
    errors.forEach(this::report);
    // One that is lost tells no errors: what it would not tell now it may not have told before.
    return errors.isEmpty() && !attempt(() -> error(WGPUErrorType.VALIDATION, "still here"));
  }

  private List<DawnError> errorsOf(Runnable calls) {
    Thread caller = Thread.currentThread();
    List<DawnError> errors = new ArrayList<>();
    // An error is told within the call that makes it, on its thread.
    attempts.put(caller, errors);
    try {
      calls.run();
    } finally {
      attempts.remove(caller);
    }
    return errors;
  }

  /** Destroys the device, if it still lives. */
  void destroy() {
    if (lifetime.tryEnter()) {
      long stamp = uses.writeLock();
      try {
        WGPUDevice.destroy(address);
      } finally {
        uses.unlockWrite(stamp);
        lifetime.leave();
      }
    }
  }

  @Override
  public void lost(int reason, String message) {
    GpuDeviceLostReason said =
        reason == WGPUDeviceLostReason.DESTROYED
            ? GpuDeviceLostReason.DESTROYED
            : GpuDeviceLostReason.UNKNOWN;
    isLost = true;
    pump.deliver(
        () -> {
          lost.happen(new DawnDeviceLostInfo(said, message));
          uncapturedErrors.end();
        });
  }

  @Override
  public void uncapturedError(int type, String message) {
    DawnError error = DawnError.of(type, message);
    List<DawnError> attempt = attempts.get(Thread.currentThread());
    if (attempt == null) {
      report(error);
    } else {
      attempt.add(error);
    }
  }

  private void report(DawnError error) {
    if (!errorScopes.capture(error)) {
      uncapturedErrors.report(error);
    }
  }

  /** Nobody needs the device any more. Its end waits for the GPU, which the pump's thread can. */
  private void end() {
    pump.deliver(this::finish);
  }

  private void finish() {
    // Dawn has loose ends where a device that was never destroyed is released at exit.
    WGPUDevice.destroy(address);
    WGPUDevice.release(address);
    events.close();
    adapter.devices().remove(this);
    adapter.instance().lifetime().leave();
  }
}
