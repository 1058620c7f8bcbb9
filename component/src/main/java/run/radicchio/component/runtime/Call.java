package run.radicchio.component.runtime;

/** What a task runs. */
public interface Call {
  /** What is no call: a start function, an allocation. */
  Call NONE = () -> {};

  /** It ends without a result, as it was asked to. */
  void cancelled();
}
