package run.radicchio.component.example;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;

/** An interface whose types another one uses. */
@WitInterface(
    value = "example:time/calendar",
    versions = {"1.2.0", "1.1.0"})
public interface Calendar {
  /** Seconds since 1970. */
  @TypeAlias(long.class)
  @Unsigned @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
  @interface Instant {}

  /** A day. */
  record Day(int year, @Unsigned byte month, @Unsigned byte day) {}

  /** Something that rings. */
  @WitResource
  interface Alarm extends AutoCloseable {
    /** Waits until it rings. */
    CompletionStage<Void> ring();

    @Override
    void close();
  }

  /** The day of an instant. */
  Day dayOf(@Instant long instant);

  /** An alarm. */
  Alarm alarmAt(@Instant long instant);
}
