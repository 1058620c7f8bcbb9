package run.radicchio.webgpu;

/**
 * Marks in recorded commands, for messages and tools. They change nothing in what the GPU does.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpudebugcommandsmixin">GPUDebugCommandsMixin</a>
 */
public interface GpuDebugCommands {
  /**
   * Begins a group of commands. Groups nest, and each is ended where it was begun.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudebugcommandsmixin-pushdebuggroup">GPUDebugCommandsMixin.pushDebugGroup</a>
   */
  void pushDebugGroup(String groupLabel);

  /**
   * Ends the group that was begun last. Invalidates the encoder if there is none.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudebugcommandsmixin-popdebuggroup">GPUDebugCommandsMixin.popDebugGroup</a>
   */
  void popDebugGroup();

  /**
   * Marks this point.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudebugcommandsmixin-insertdebugmarker">GPUDebugCommandsMixin.insertDebugMarker</a>
   */
  void insertDebugMarker(String markerLabel);
}
