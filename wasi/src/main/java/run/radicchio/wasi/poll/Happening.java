package run.radicchio.wasi.poll;

/** What happens once. */
public final class Happening implements Event {
  private final Wakers wakers = new Wakers();
  private volatile boolean happened;

  /** It happens, if it has not yet. */
  public void happen() {
    happened = true;
    wakers.wakeAll();
  }

  @Override
  public boolean isReady() {
    return happened;
  }

  @Override
  public Registration onReady(Runnable wake) {
    return wakers.addAwake(wake);
  }
}
