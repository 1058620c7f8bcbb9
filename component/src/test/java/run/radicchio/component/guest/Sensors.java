package run.radicchio.component.guest;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.ErrorType;
import run.radicchio.component.wit.Future;
import run.radicchio.component.wit.Static;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;

/** What {@code guests/tests/sensors.wasm} imports. */
@WitInterface("radicchio:test/sensors")
public interface Sensors {

  /** A measurement. */
  record Sample(@Unsigned int index, double value, @Nullable String unit) {}

  /** Something that measures. */
  @WitResource
  interface Sensor extends AutoCloseable {
    String name();

    void rename(String name);

    CompletionStage<Double> read() throws SensorException;

    Flow.Publisher<Sample> samples(@Unsigned int count);

    Flow.Publisher<@Unsigned Byte> bytes(@Unsigned int count);

    Flow.Publisher<String> alarms();

    @Future CompletionStage<String> lost();

    @Future CompletionStage<Sensor> found();

    @Override
    void close();
  }

  /** A sensor that fails. */
  @ErrorType
  final class SensorException extends Exception {
    private static final long serialVersionUID = 1;
    private final String error;

    public SensorException(String error) {
      super(error);
      this.error = error;
    }

    public String error() {
      return error;
    }
  }

  @Constructor
  Sensor sensor(String name);

  @Static(Sensor.class)
  Flow.Publisher<Sensor> children(List<String> names);

  @Nullable Sensor open(String name);

  String join(@Borrow Sensor a, @Borrow Sensor b);

  String close(Sensor s);

  Sensor pass(Sensor s);

  CompletionStage<@Unsigned Integer> add(@Unsigned int a, @Unsigned int b);

  CompletionStage<@Unsigned Integer> addNow(@Unsigned int a, @Unsigned int b);

  CompletionStage<String> never(@Borrow Sensor s);
}
