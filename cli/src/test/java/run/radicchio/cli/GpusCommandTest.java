package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;

class GpusCommandTest {
  private static final AdapterDescription LARGE =
      new AdapterDescription(
          "Chioggia 3000",
          "veneto",
          "precoce",
          "1.2.3",
          AdapterDescription.Type.DISCRETE_GPU,
          "Vulkan",
          0x10de,
          -1,
          Map.of(
              "maxBufferSize", 1L << 63,
              "maxStorageBufferBindingSize", (1L << 31) - 4,
              "maxComputeWorkgroupSizeX", 1024L,
              "maxComputeWorkgroupSizeY", 1024L,
              "maxComputeWorkgroupSizeZ", 64L),
          Set.of("shader-f16", "subgroups"));

  private static final AdapterDescription SMALL =
      new AdapterDescription(
          "Treviso",
          "veneto",
          "",
          "0.1",
          AdapterDescription.Type.CPU,
          "Metal",
          1,
          2,
          Map.of("maxBufferSize", 1L << 28),
          Set.of("subgroups"));

  @Test
  void tableHasAColumnForEachAdapter() {
    assertEquals(
        """
        name                      Chioggia 3000      Treviso
        type                      discrete GPU       software on the CPU
        backend                   Vulkan             Metal
        driver                    1.2.3              0.1
        buffer                    8 EiB              256 MiB
        storage binding           2147483644 B       0 B
        uniform binding           0 B                0 B
        storage buffers a stage   0                  0
        invocations a workgroup   0                  0
        workgroup                 1024 x 1024 x 64   0 x 0 x 0
        workgroups a dimension    0                  0
        workgroup storage         0 B                0 B
        2D texture                0                  0
        shader-f16                yes                -
        subgroups                 yes                yes\
        """,
        AdapterTable.of(List.of(LARGE, SMALL)));
  }

  @Test
  void jsonHasEverything() {
    assertEquals(
        JsonParser.parseString(
            """
            [{
              "name": "Treviso", "vendor": "veneto", "architecture": "", "driver": "0.1",
              "type": "cpu", "backend": "Metal", "vendorId": 1, "deviceId": 2,
              "limits": {"maxBufferSize": 268435456},
              "features": ["subgroups"]
            }]
            """),
        AdapterJson.of(List.of(SMALL)));
  }

  @Test
  void jsonNumbersAreUnsigned() {
    String json = AdapterJson.of(List.of(LARGE)).toString();
    assertTrue(json.contains("\"maxBufferSize\":9223372036854775808"), json);
    assertTrue(json.contains("\"deviceId\":4294967295"), json);
  }

  @Test
  void showsTheAdaptersOfThisMachine() {
    Execution table = Execution.of("gpus");
    assertEquals(0, table.exitCode(), table.err());
    JsonArray json = JsonParser.parseString(Execution.of("gpus", "--json").out()).getAsJsonArray();
    assertTrue(json.size() > 0);
    String name = json.get(0).getAsJsonObject().get("name").getAsString();
    assertTrue(table.out().startsWith("name "), table.out());
    assertTrue(table.out().lines().findFirst().orElseThrow().contains(name), table.out());
  }
}
