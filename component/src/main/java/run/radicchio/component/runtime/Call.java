package run.radicchio.component.runtime;

/** What a task runs. */
public interface Call {
  /** What is no call: a start function, an allocation. */
  Call NONE =
      new Call() {
        @Override
        public Task.Kind kind() {
          return Task.Kind.SYNC;
        }

        @Override
        public void cancelled() {}
      };

  /** What sort of function is called. */
  Task.Kind kind();

  /** It ends without a result, as it was asked to. */
  void cancelled();
}
