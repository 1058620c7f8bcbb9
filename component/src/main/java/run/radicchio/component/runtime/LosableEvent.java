package run.radicchio.component.runtime;

/** An event of which somebody must know if it will not happen, since its world has ended. */
public interface LosableEvent extends Runnable {
  /** It will not happen. Called once, outside of the world that it was for. */
  void lost();
}
