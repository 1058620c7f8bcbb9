package run.radicchio.webgpu.dawn.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.SoftwareDevice;

/** The three programs of docs/walkthrough.md do the same. */
class WalkthroughTest {
  private static final Path GUESTS = Path.of("../guests");
  private static final DawnGpu WEBGPU = SoftwareDevice.WEBGPU;
  private static final List<String> OUTPUT =
      """
      Squares: [1, 4, 9, 16]
      ................................
      ...............##...............
      ..............####..............
      .............######.............
      ............########............
      ...........##########...........
      ..........############..........
      .........##############.........
      ........################........
      .......##################.......
      ......####################......
      .....######################.....
      ....########################....
      ...##########################...
      ..############################..
      ................................
      Caught: validation error
      Refused: the buffer is not mapped
      Uncaptured: validation error
      Lost: destroyed
      """
          .lines()
          .toList();

  @ParameterizedTest
  @ValueSource(strings = {"walkthrough", "walkthrough-c"})
  void guest(String name) throws Exception {
    List<String> printed = new CopyOnWriteArrayList<>();
    Hosting.run(GUESTS.resolve(name + ".wasm"), WEBGPU, printed::add);
    assertEquals(OUTPUT, printed);
  }

  @Test
  void javaWithoutGuest() throws Exception {
    List<String> printed = new ArrayList<>();
    try (GpuDevice device = Devices.request(WEBGPU)) {
      int[] squares = Computing.squares(device, shader("squares"), 1, 2, 3, 4);
      printed.add("Squares: " + Arrays.toString(squares));
      printed.addAll(Rendering.triangle(device, shader("triangle")));
      printed.add(Mistakes.toldToScope(device));
      printed.add(Mistakes.toldByTheCall(device));
      printed.add(Mistakes.toldToNobody(device));
      printed.add(Mistakes.lost(device));
    }
    assertEquals(OUTPUT, printed);
  }

  private static String shader(String name) throws Exception {
    return Files.readString(GUESTS.resolve("walkthrough/src").resolve(name + ".wgsl"));
  }
}
