package run.radicchio.component.guest;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** Returns what it is given, as {@code echo} functions do, and is told apart by the rest. */
final class ValuesHost implements InvocationHandler {
  private String lastArgument = "none";

  /** All of it. */
  Object values() {
    return Proxy.newProxyInstance(
        Values.class.getClassLoader(), new Class<?>[] {Values.class}, this);
  }

  /** What an {@code echo} function was given last, as text. */
  String lastArgument() {
    return lastArgument;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().startsWith("echo")) {
      lastArgument = String.valueOf(arguments[0]);
      // A view of guest memory is valid during the call only.
      return arguments[0] instanceof ByteBuffer view ? copy(view) : arguments[0];
    }
    return switch (method.getName()) {
      case "sumSixteen", "sumSeventeen" -> sum(arguments);
      case "divide" -> divide((int) arguments[0], (int) arguments[1]);
      case "check" -> throw new Values.RejectedException((String) arguments[0]);
      case "accept" -> throw new Values.ColorException((Types.Color) arguments[0]);
      case "find" -> new Types.Group("g", List.of(), null, List.of(), List.of(), Set.of());
      case "confirm" -> throw new Values.NotFoundException();
      default -> null;
    };
  }

  private static ByteBuffer copy(ByteBuffer view) {
    return ByteBuffer.allocate(view.remaining()).put(view).flip();
  }

  private static double sum(Object[] numbers) {
    double sum = 0;
    for (Object number : numbers) {
      sum += ((Number) number).doubleValue();
    }
    return sum;
  }

  private static int divide(int a, int b) throws Values.DivisionException {
    if (b == 0) {
      throw new Values.DivisionException(new Types.DivisionError.ByZero());
    }
    if (a % b != 0) {
      throw new Values.DivisionException(new Types.DivisionError.Inexact(a % b));
    }
    return a / b;
  }
}
