package run.radicchio.webgpu.dawn.object;

import java.lang.foreign.Arena;
import run.radicchio.webgpu.dawn.generated.WGPUCallbackMode;
import run.radicchio.webgpu.dawn.generated.WGPUDeviceDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUDeviceLostCallback;
import run.radicchio.webgpu.dawn.generated.WGPUDeviceLostCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPUUncapturedErrorCallback;
import run.radicchio.webgpu.dawn.generated.WGPUUncapturedErrorCallbackInfo;

/**
 * What a device tells unasked: that it is lost, and errors that no scope captured. Dawn calls from
 * inside whichever call causes it, on that call's thread.
 */
public final class DeviceEvents implements AutoCloseable {
  /** Gets the events. It must not call Dawn or wait. */
  public interface Listener {
    /**
     * The device is lost.
     *
     * @param reason a {@code WGPUDeviceLostReason}
     */
    void lost(int reason, String message);

    /**
     * No scope captured an error.
     *
     * @param type a {@code WGPUErrorType}
     */
    void uncapturedError(int type, String message);
  }

  private static final Tokens<Listener> LISTENERS = new Tokens<>();

  /** The functions that Dawn calls; a class of its own, to be made when there is a library. */
  private static final class Callbacks {
    static final long LOST =
        WGPUDeviceLostCallback.upcall(
            (device, reason, message, token, _) -> {
              Listener listener = LISTENERS.get(token);
              if (listener != null) {
                listener.lost(reason, Text.readMessage(message.address()));
              }
            },
            Arena.global());

    static final long ERROR =
        WGPUUncapturedErrorCallback.upcall(
            (device, type, message, token, _) -> {
              Listener listener = LISTENERS.get(token);
              if (listener != null) {
                listener.uncapturedError(type, Text.readMessage(message.address()));
              }
            },
            Arena.global());
  }

  private final long token;

  /** Listens, until closed, to the device whose descriptor it is {@link #write written} to. */
  public DeviceEvents(Listener listener) {
    token = LISTENERS.add(listener);
  }

  /** Writes the callbacks to a {@code WGPUDeviceDescriptor}. */
  public void write(long descriptor) {
    long lost = WGPUDeviceDescriptor.deviceLostCallbackInfo(descriptor);
    WGPUDeviceLostCallbackInfo.mode(lost, WGPUCallbackMode.ALLOW_SPONTANEOUS);
    WGPUDeviceLostCallbackInfo.callback(lost, Callbacks.LOST);
    WGPUDeviceLostCallbackInfo.userdata1(lost, token);
    long error = WGPUDeviceDescriptor.uncapturedErrorCallbackInfo(descriptor);
    WGPUUncapturedErrorCallbackInfo.callback(error, Callbacks.ERROR);
    WGPUUncapturedErrorCallbackInfo.userdata1(error, token);
  }

  /** Stops listening. */
  @Override
  public void close() {
    LISTENERS.remove(token);
  }
}
