package run.radicchio.wasi.poll;

/** What is ready always. */
enum Always implements Event {
  READY;

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public Registration onReady(Runnable wake) {
    wake.run();
    return () -> {};
  }
}
