package run.radicchio.component.proxy;

import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.adapter.CallValues;
import run.radicchio.component.adapter.Refusal;
import run.radicchio.component.canon.GuestCall;
import run.radicchio.component.canon.LiftedFunction;

/** A call of a guest with values that generated code carries. */
final class TypedInvocation extends Invocation implements GuestCall {
  private final LiftedFunction guest;
  private final CallValues values;

  TypedInvocation(LiftedFunction guest, CallValues values) {
    this.guest = guest;
    this.values = values;
  }

  @Override
  void call() {
    guest.call(this, null);
  }

  @Override
  public long start(Context callee, FlatCall core) throws Refusal {
    try {
      return values.start(callee, core);
    } catch (Refusal refusal) {
      failed(refusal.reason());
      throw refusal;
    }
  }

  @Override
  public void resolve(Context callee, long[] flat, boolean taskReturn) {
    try {
      returned(values.resolve(callee, flat, taskReturn));
    } catch (Exception thrown) {
      failed(thrown);
    }
  }
}
