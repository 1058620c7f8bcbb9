package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.generated.WGPURenderPassEncoder;
import run.radicchio.webgpu.dawn.object.Handle;

/**
 * How passes execute a valid render bundle that sets immediate data: by its commands, instead of
 * Dawn's bundle.
 *
 * @param blank a bundle for the same attachments, without commands: to execute it checks that the
 *     pass has these, and clears the pass's state
 * @param commands what to give to the pass
 */
record RepeatedBundle(Handle blank, List<BundleCommands.Command> commands) {
  /** Executes it, while Dawn's bundle lives: that holds what the commands refer to. */
  void executeIn(Call call, long pass) {
    long bundles = call.allocate(Long.BYTES);
    Memory.putLong(bundles, blank.address(call));
    WGPURenderPassEncoder.executeBundles(pass, 1, bundles);
    commands.forEach(command -> command.in(call, pass));
    WGPURenderPassEncoder.executeBundles(pass, 0, 0);
  }
}
