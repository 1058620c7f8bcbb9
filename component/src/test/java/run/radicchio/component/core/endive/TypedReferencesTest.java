package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.instance;
import static run.radicchio.component.core.endive.Modules.module;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.type.CoreTypeText;

/** References to types that modules define, which each has at indices of its own. */
final class TypedReferencesTest {
  private final CoreInstance typed = instance("typed");

  private CoreInstance user() {
    return instance(
        "typed-user",
        Stream.of(
                "call",
                "give",
                "constant",
                "constant",
                "constant",
                "variable",
                "table",
                "point",
                "sum",
                "here",
                "origin",
                "origin",
                "points")
            .map(typed::export)
            .toArray(CoreExtern[]::new));
  }

  @Test
  void functionsCrossInstancesInEachWay() {
    assertEquals(373, call(user(), "calls", 1));
  }

  @Test
  void structsCrossInstancesInEachWay() {
    assertEquals(120 + 8, call(user(), "points"));
    assertEquals(100, call(typed, "x-of-here"));
  }

  @Test
  void theirTypesAreKnownWithoutTheModule() {
    assertEquals(
        "(func (param (ref null (func (param i32) (result i32))) i32) (result i32))",
        CoreTypeText.of(module("typed").type().exports().get("call")));
    assertEquals(
        "(global (mut (ref null (struct (field i32) (field (mut i32))))))",
        CoreTypeText.of(((CoreExtern.Global) typed.export("here")).type()));
    assertEquals(
        module("typed").type().exports().get("call"),
        module("typed-user").type().imports().getFirst().type());
  }

  @Test
  void anImportOfAnotherTypeIsRefused() {
    var problem =
        assertThrows(
            IllegalArgumentException.class, () -> instance("typed-wrong", typed.export("table")));
    assertEquals(
        "incompatible import type: expected (ref null (func (param i64) (result i32))), found"
            + " (ref null (func (param i32) (result i32)))",
        problem.getMessage());
  }
}
