package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.function.ToLongFunction;

/** The two resources that stand for WebIDL's {@code record}. */
final class RecordRules {
  private RecordRules() {}

  static void add(Rules rules) {
    add(
        rules,
        "RECORD_GPU_PIPELINE_CONSTANT_VALUE",
        Kind.CONSTANTS,
        a -> Double.doubleToRawLongBits(a.real(1, -0.5, 1e300)));
    add(rules, "RECORD_OPTION_GPU_SIZE64", Kind.SIZES, a -> a.one(4, NONE, 0));
  }

  private static void add(
      Rules rules, String resource, Kind<Entries> kind, ToLongFunction<Arguments> value) {
    rules.put(
        call(resource, "_CONSTRUCTOR"),
        a -> {
          var out = a.out(kind);
          return Prediction.ofNoDevice().then(() -> out.put(new Entries()));
        });
    rules.put(
        call(resource, "_ADD"),
        a -> {
          Entries entries = a.the(kind);
          long key = key(a);
          long added = value.applyAsLong(a);
          return Prediction.ofNoDevice().then(() -> entries.put(key, added));
        });
    rules.put(
        call(resource, "_GET"),
        a -> {
          Entries entries = a.the(kind);
          return Prediction.ofNoDevice().returns(entries.get(key(a)));
        });
    rules.put(
        call(resource, "_HAS"),
        a -> {
          Entries entries = a.the(kind);
          return Prediction.ofNoDevice().returns(entries.has(key(a)) ? 1 : 0);
        });
    rules.put(
        call(resource, "_REMOVE"),
        a -> {
          Entries entries = a.the(kind);
          long key = key(a);
          return Prediction.ofNoDevice().then(() -> entries.remove(key));
        });
    rules.put(
        call(resource, "_KEYS"),
        a -> Prediction.ofNoDevice().returns("all keys", a.the(kind)::hasKeys));
    rules.put(
        call(resource, "_VALUES"),
        a -> Prediction.ofNoDevice().returns("all values", a.the(kind)::hasValues));
    rules.put(
        call(resource, "_ENTRIES"),
        a -> Prediction.ofNoDevice().returns("all entries", a.the(kind)::hasEntries));
  }

  private static Call call(String resource, String function) {
    return Call.valueOf(resource + function);
  }

  private static long key(Arguments a) {
    return a.one(0, 1, 2, 3);
  }
}
