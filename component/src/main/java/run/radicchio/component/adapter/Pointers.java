package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.GUEST_VALUES;
import static run.radicchio.component.adapter.Descriptors.INT;
import static run.radicchio.component.adapter.Descriptors.LONG;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import run.radicchio.component.abi.Layout;

/** Addresses of values that lie in guest memory, in local variables of generated code. */
final class Pointers {
  private Pointers() {}

  /** The address that a guest gave, once it is checked. */
  static int check(CodeBuilder code, int given, int context, Layout layout) {
    code.iload(given)
        .aload(context)
        .loadConstant(layout.alignment())
        .loadConstant(layout.size())
        .invokestatic(GUEST_VALUES, "pointer", type(LONG, INT, CONTEXT, INT, INT));
    return store(code);
  }

  /** An address that the guest allocates. */
  static int allocate(CodeBuilder code, int context, Layout layout) {
    code.aload(context)
        .loadConstant(layout.alignment())
        .loadConstant(layout.size())
        .invokestatic(GUEST_VALUES, "allocate", type(LONG, CONTEXT, INT, INT));
    return store(code);
  }

  private static int store(CodeBuilder code) {
    int address = code.allocateLocal(TypeKind.LONG);
    code.lstore(address);
    return address;
  }
}
