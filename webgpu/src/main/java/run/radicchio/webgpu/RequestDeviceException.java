package run.radicchio.webgpu;

import run.radicchio.component.wit.ErrorType;

/** No device was made. No call throws it: stages complete with it. */
@ErrorType
public final class RequestDeviceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a record whose kind is one of a few records without state
  private final RequestDeviceError error;

  /** With the error, whose message becomes that of the exception. */
  public RequestDeviceException(RequestDeviceError error) {
    super(error.message());
    this.error = error;
  }

  /** The error. */
  public RequestDeviceError error() {
    return error;
  }
}
