package run.radicchio.bench;

import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does next to nothing, but keeps what it is given, as most hosts would. */
final class PlainHost implements Host {
  @Nullable Object kept;

  @Override
  public int add(int a, int b) {
    return a + b;
  }

  @Override
  public Counter newCounter() {
    return new PlainCounter();
  }

  @Override
  public Counter pass(Counter counter) {
    return counter;
  }

  @Override
  public int length(String text) {
    kept = text;
    return text.length();
  }

  @Override
  public String greeting() {
    return "thirty-two bytes of plain ASCII.";
  }

  @Override
  public int configure(Settings settings) {
    kept = settings;
    return settings.size();
  }

  @Override
  public int configureAt(int x, int y, int z, int w, Settings settings) {
    kept = settings;
    return settings.size() + w;
  }

  @Override
  public int size(ByteBuffer bytes) {
    return bytes.remaining();
  }

  @Override
  public int count(int[] numbers) {
    kept = numbers;
    return numbers.length;
  }

  @Override
  public int paint(Color color, Set<Access> access) {
    kept = color;
    return access.size();
  }

  @Override
  public int area(Shape shape) {
    kept = shape;
    return switch (shape) {
      case Shape.Circle(float radius) -> (int) radius;
      case Shape.Square(int side) -> side;
      case Shape.Nothing() -> 0;
    };
  }

  @Override
  public int check(int value) {
    return value;
  }

  private static final class PlainCounter implements Counter {
    private int count;

    @Override
    public int add(int amount) {
      count += amount;
      return count;
    }

    @Override
    public void close() {}
  }
}
