package run.radicchio.bench;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;

/** The guest {@code guest-calls.wasm}. */
sealed interface Guest extends AutoCloseable {
  int add(int a, int b);

  int length(String text);

  String echo(String text);

  @Override
  void close();

  /** What a side runs. */
  static Guest of(Side side) {
    return switch (side) {
      case COMPONENT -> OfComponent.instantiate();
      case BARE -> OfEngine.instantiate();
    };
  }

  /** The component, as embedders call it. */
  record OfComponent(Instance instance, GuestExports exports) implements Guest {

    static Guest instantiate() {
      Instance instance = new Linker().instantiate(Component.load(GuestFile.GUEST_CALLS.bytes()));
      return new OfComponent(instance, instance.exports(GuestExports.class));
    }

    @Override
    public int add(int a, int b) {
      return exports.add(a, b);
    }

    @Override
    public int length(String text) {
      return exports.length(text);
    }

    @Override
    public String echo(String text) {
      return exports.echo(text);
    }

    @Override
    public void close() {
      instance.close();
    }
  }

  /** Its core module: strings do not cross, only an address and a length. */
  record OfEngine(
      BareGuest guest, MethodHandle add, MethodHandle length, MethodHandle echo, MethodHandle done)
      implements Guest {

    static Guest instantiate() {
      BareGuest guest = new BareGuest(GuestFile.GUEST_CALLS, MethodHandles.lookup());
      return new OfEngine(
          guest,
          guest.function("add"),
          guest.function("length"),
          guest.function("echo"),
          guest.function("echo-done"));
    }

    @Override
    public int add(int a, int b) {
      try {
        return (int) add.invokeExact(a, b);
      } catch (Throwable failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public int length(String text) {
      try {
        return (int) length.invokeExact(1024, text.length());
      } catch (Throwable failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public String echo(String text) {
      try {
        int result = (int) echo.invokeExact(1024, text.length());
        done.invokeExact(result);
        return text;
      } catch (Throwable failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public void close() {
      guest.close();
    }
  }
}
