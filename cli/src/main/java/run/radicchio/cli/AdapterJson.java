package run.radicchio.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;

/** Adapters as JSON: an array of objects. */
final class AdapterJson {
  private AdapterJson() {}

  /** All that is known of adapters. */
  static JsonArray of(List<AdapterDescription> adapters) {
    JsonArray array = new JsonArray();
    adapters.forEach(adapter -> array.add(of(adapter)));
    return array;
  }

  private static JsonObject of(AdapterDescription adapter) {
    JsonObject object = new JsonObject();
    object.addProperty("name", adapter.name());
    object.addProperty("vendor", adapter.vendor());
    object.addProperty("architecture", adapter.architecture());
    object.addProperty("driver", adapter.driver());
    object.addProperty("type", adapter.type().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    object.addProperty("backend", adapter.backend());
    object.addProperty("vendorId", Integer.toUnsignedLong(adapter.vendorId()));
    object.addProperty("deviceId", Integer.toUnsignedLong(adapter.deviceId()));
    JsonObject limits = new JsonObject();
    adapter
        .limits()
        .forEach((name, limit) -> limits.addProperty(name, new BigInteger(unsigned(limit))));
    object.add("limits", limits);
    JsonArray features = new JsonArray();
    adapter.features().stream().sorted().forEach(features::add);
    object.add("features", features);
    return object;
  }

  private static String unsigned(long limit) {
    return Long.toUnsignedString(limit);
  }
}
