package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/**
 * Writes code that lets a guest free its result (CanonicalABI, {@code canon lift}): a call of
 * {@code post-return}, if there is one, during which the guest must not call out.
 *
 * @param site the class of the site, which is in local variable 0 and has {@code postReturn} and
 *     {@code mayLeave}
 */
record PostReturn(ClassDesc site) {
  private static final Words NOTHING = new Words(java.util.List.of());

  /**
   * Calls it.
   *
   * @param results what the core function returned
   */
  void write(CodeBuilder code, Words results) {
    pushHandle(code);
    code.ifThen(
        Opcode.IFNONNULL,
        then -> {
          mayLeave(then, 0);
          pushHandle(then);
          results.call(then, NOTHING);
          mayLeave(then, 1);
        });
  }

  private void pushHandle(CodeBuilder code) {
    code.aload(0).invokevirtual(site, "postReturn", type(ConstantDescs.CD_MethodHandle));
  }

  private void mayLeave(CodeBuilder code, int allowed) {
    code.aload(0)
        .loadConstant(allowed)
        .invokevirtual(site, "mayLeave", type(ConstantDescs.CD_void, ConstantDescs.CD_boolean));
  }
}
