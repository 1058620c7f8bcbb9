package run.radicchio.conformance;

import com.google.gson.JsonArray;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A command of a script, with its line in the source. */
sealed interface Command {
  /** Where it is in the source, from 1; 0 for the source as a whole. */
  int line();

  /** Loads a component and instantiates it, as the latest instance and under its name if any. */
  record Instantiate(int line, @Nullable String name, Path file) implements Command {}

  /** Loads a component, to be instantiated by name. */
  record Define(int line, @Nullable String name, Path file) implements Command {}

  /** Instantiates a component that was defined, the latest if it is not named. */
  record InstantiateDefined(int line, @Nullable String instance, @Nullable String definition)
      implements Command {}

  /** Calls a function, which must not trap. */
  record Invoke(int line, Invocation invocation) implements Command {}

  /** Calls a function, which must return these values: none or one. */
  record AssertReturn(int line, Invocation invocation, JsonArray expected) implements Command {}

  /** Calls a function, which must trap. */
  record AssertTrap(int line, Invocation invocation, String words) implements Command {}

  /** Loads what must be refused, as malformed or as invalid. */
  record AssertRefused(int line, Path file, String words) implements Command {}

  /** Loads a component whose imports must be missing or of another type. */
  record AssertUnlinkable(int line, Path file, String words) implements Command {}

  /** Loads and instantiates a component, which must trap. */
  record AssertUninstantiable(int line, Path file, String words) implements Command {}

  /** What this runner cannot run; it fails, unless it is excluded. */
  record Unsupported(int line, String reason) implements Command {}

  /**
   * A call.
   *
   * @param instance the name of the instance; null is the latest
   */
  record Invocation(@Nullable String instance, String function, JsonArray arguments) {}
}
