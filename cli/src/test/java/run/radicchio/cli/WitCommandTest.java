package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertTrue(
        wit.out()
            .startsWith(
                """
                package root:component;

                world root {
                  import wasi:webgpu/webgpu@0.3.0-rc.2;
                  import print: func(s: string);
                  import now: func() -> u64;
                }

                package wasi:webgpu@0.3.0-rc.2 {
                  interface webgpu {
                """),
        wit.out());
  }

  @Test
  void anUnknownInterfaceIsMisuse() {
    Execution.of("wit", "wasi:webgpu@1.0.0")
        .failed(
            2,
            "radicchio: there is no interface wasi:webgpu@1.0.0; there is"
                + " wasi:webgpu/webgpu@0.3.0-rc.2, wasi:webgpu/webgpu@0.2.0-rc.2\n");
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
