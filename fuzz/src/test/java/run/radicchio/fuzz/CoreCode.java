package run.radicchio.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * Assembles a core module: its imports are functions and a memory, and its functions do whatever is
 * chosen. Core types are written as letters: {@code i}, {@code l}, {@code f}, {@code d}.
 */
final class CoreCode {
  private static final int MOST_STATEMENTS = 12;

  /** The locals of each function after its parameters, all {@code i32}. */
  private static final int LOCALS = 4;

  private final Choices choices;
  private final List<Function> imports = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();

  /** A function: what it is called, and its core type. */
  record Function(String name, String parameters, String results) {}

  CoreCode(Choices choices) {
    this.choices = choices;
  }

  /** Imports a function from "b". */
  void importFunction(Function function) {
    imports.add(function);
  }

  /** Defines a function and exports it. */
  void define(Function function) {
    functions.add(function);
  }

  /** The module, which imports its memory too: "m" "memory". */
  byte[] module() {
    List<Function> all = new ArrayList<>(imports);
    all.addAll(functions);
    Bytes types = Bytes.repeat(all.size(), i -> type(all.get(i)));
    Bytes imported =
        Bytes.repeat(
                imports.size(),
                i -> new Bytes().name("b").name(imports.get(i).name()).add(0).u32(i))
            .add(new Bytes().name("m").name("memory").add(2, 0, 1));
    int first = imports.size();
    Bytes indices = Bytes.repeat(functions.size(), i -> new Bytes().u32(first + i));
    Bytes exports =
        Bytes.repeat(
            functions.size(), i -> new Bytes().name(functions.get(i).name()).add(0).u32(first + i));
    Bytes bodies =
        Bytes.repeat(functions.size(), i -> new Bytes().sized(body(functions.get(i), all)));
    return Bytes.module()
        .section(1, all.size(), types)
        .section(2, imports.size() + 1, imported)
        .section(3, functions.size(), indices)
        .section(7, functions.size(), exports)
        .section(10, functions.size(), bodies)
        .toArray();
  }

  private static Bytes type(Function function) {
    return Bytes.of(0x60).add(values(function.parameters())).add(values(function.results()));
  }

  private static Bytes values(String letters) {
    Bytes values = new Bytes().u32(letters.length());
    letters.chars().forEach(letter -> values.add(0x7f - "ilfd".indexOf(letter)));
    return values;
  }

  private Bytes body(Function function, List<Function> all) {
    Bytes body = Bytes.of(2, LOCALS, 0x7f, 1, 0x7e);
    int firstLocal = function.parameters().length();
    for (int left = choices.below(MOST_STATEMENTS); left > 0; left--) {
      statement(body, all, firstLocal);
    }
    function.results().chars().forEach(letter -> value(body, (char) letter, firstLocal));
    return body.add(0x0b);
  }

  private void statement(Bytes body, List<Function> all, int firstLocal) {
    switch (choices.below(16)) {
      case 0 -> {
        // A store.
        value(body, 'i', firstLocal);
        value(body, 'i', firstLocal);
        body.add(0x36, 2, 0);
      }
      case 1 -> {
        // A load.
        value(body, 'i', firstLocal);
        body.add(0x28, 2, 0, 0x21).u32(local(firstLocal));
      }
      case 2 -> {
        if (choices.oneIn(20)) {
          body.add(choices.oneIn(2) ? Bytes.of(0x00) : Bytes.of(0x03, 0x40, 0x0c, 0, 0x0b));
        }
      }
      case 3 -> {
        // Only if a local is zero.
        body.add(0x20).u32(local(firstLocal)).add(0x45, 0x04, 0x40);
        call(body, callee(all), firstLocal);
        body.add(0x0b);
      }
      default -> call(body, callee(all), firstLocal);
    }
  }

  /** Mostly one that is imported: functions that call each other seldom end. */
  private Function callee(List<Function> all) {
    return choices.of(imports.isEmpty() || choices.oneIn(16) ? all : imports);
  }

  private void call(Bytes body, Function function, int firstLocal) {
    function.parameters().chars().forEach(letter -> value(body, (char) letter, firstLocal));
    body.add(0x10).u32(index(function));
    switch (function.results()) {
      case "i" -> body.add(0x21).u32(local(firstLocal));
      // The ends of a stream or future: one in each half.
      case "l" -> {
        int both = firstLocal + 2 * choices.below(2);
        body.add(0x22).u32(firstLocal + LOCALS).add(0xa7, 0x21).u32(both);
        body.add(0x20).u32(firstLocal + LOCALS).add(0x42, 32, 0x88, 0xa7, 0x21).u32(both + 1);
      }
      default -> body.add(Bytes.repeat(function.results().length(), i -> Bytes.of(0x1a)));
    }
  }

  private int index(Function function) {
    int imported = imports.indexOf(function);
    return imported >= 0 ? imported : imports.size() + functions.indexOf(function);
  }

  private int local(int firstLocal) {
    return firstLocal + choices.below(LOCALS);
  }

  private void value(Bytes body, char letter, int firstLocal) {
    switch (letter) {
      case 'l' -> body.add(0x42).s64(constant());
      case 'f' -> body.add(0x43, 0, 0, 0xc0, choices.below(256));
      case 'd' -> body.add(0x44, 0, 0, 0, 0, 0, 0, 0xf8, choices.below(256));
      default -> {
        if (choices.oneIn(2)) {
          body.add(0x20).u32(local(firstLocal));
        } else {
          body.add(0x41).s64(constant());
        }
      }
    }
  }

  /** Small ones, which handles, lengths, codes and pointers to a memory's start are; or any. */
  private int constant() {
    return switch (choices.below(8)) {
      case 0 -> 0;
      case 1, 2, 3 -> choices.below(8);
      case 4 -> 8 * choices.below(256);
      case 5 -> choices.below(256) << 4 | choices.below(4);
      case 6 -> 0x10000 - choices.below(32);
      default -> choices.below(256) << 24 | choices.below(256);
    };
  }
}
