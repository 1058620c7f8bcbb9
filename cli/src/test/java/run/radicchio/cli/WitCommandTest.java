package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.component.text.WitPrinter;
import run.radicchio.webgpu.WebGpu;

class WitCommandTest {
  @Test
  void printsAnInterfaceByItsNameOrItsPackage() {
    Execution wit = Execution.of("wit", "wasi:webgpu");
    wit.printed(WitPrinter.print(WebGpu.class));
    assertEquals(wit, Execution.of("wit", "wasi:webgpu/webgpu"));
    assertEquals(wit, Execution.of("wit", "wasi:webgpu/webgpu@0.3.0-rc.2"));
    assertEquals(wit, Execution.of("wit", "wasi:webgpu@0.3.0-rc.2"));
  }

  @Test
  void printsTheVersionThatIsAskedFor() {
    Execution.of("wit", "wasi:webgpu/webgpu@0.2.0-rc.2")
        .printed(WitPrinter.print(WebGpu.class, "0.2.0-rc.2"));
  }

  @Test
  void printsAWorldOfEverything() {
    Execution wit = Execution.of("wit");
    assertEquals(0, wit.exitCode());
    for (String part :
        List.of(
            """
            package root:component;

            world root {
              import wasi:webgpu/webgpu@0.3.0-rc.2;
            """,
            """
              import wasi:cli/stdin@0.3.0;
            """,
            """
              import wasi:cli/stdin@0.2.12;
            """,
            """
              import print: func(s: string);
              import now: func() -> u64;
            }

            package wasi:webgpu@0.3.0-rc.2 {
              interface webgpu {
            """)) {
      assertTrue(wit.out().contains(part), wit.out());
    }
    assertFalse(wit.out().contains("wasi:cli/run"), "what components export is not imported");
  }

  @Test
  void printsAllOfAPackageInItsNewestVersion() {
    Execution wit = Execution.of("wit", "wasi:cli");
    assertTrue(wit.out().startsWith("package wasi:cli@0.3.0;\n"), wit.out());
    assertTrue(wit.out().contains("interface run {\n  run: async func() -> result;"), wit.out());
    Execution older = Execution.of("wit", "wasi:cli@0.2.12");
    assertTrue(older.out().startsWith("package wasi:cli@0.2.12;\n"), older.out());
    assertTrue(older.out().contains("interface run {\n  run: func() -> result;"), older.out());
  }

  @Test
  void anUnknownInterfaceIsMisuse() {
    Execution.of("wit", "wasi:webgpu@1.0.0")
        .failed(
            2,
            "radicchio: there is no interface wasi:webgpu@1.0.0; there is"
                + " wasi:webgpu/webgpu@0.3.0-rc.2, wasi:webgpu/webgpu@0.2.0-rc.2\n");
    Execution unknown = Execution.of("wit", "wasi:nothing");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("wasi:cli/stdin@0.3.0, "), unknown.err());
  }

  @Test
  void inspectPrintsImportsAndExports() {
    Execution.of("inspect", Execution.guest("tests/missing-import"))
        .printed(
            """
            package root:component;

            world root {
              import radicchio:nowhere/teleport@1.2.3;
              export run: func();
            }

            package radicchio:nowhere@1.2.3 {
              interface teleport {
                beam: func(name: string) -> bool;
              }
            }
            """);
  }

  @Test
  void inspectTellsWhatIsNoComponent() {
    Execution.of("inspect", "nowhere.wasm").failed(2, "radicchio: nowhere.wasm does not exist\n");
  }
}
