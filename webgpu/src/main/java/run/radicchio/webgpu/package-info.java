/**
 * {@code wasi:webgpu} as Java: one interface a resource, one record a record, one enum an enum.
 *
 * <p>This is the contract between those who use a GPU and those who give one. It knows neither:
 * nothing of guests and components but the annotations that its WIT is derived from, and nothing of
 * native code. It is also a WebGPU API of its own. {@link run.radicchio.webgpu.WebGpu} is the way
 * in.
 *
 * <h2>The objects</h2>
 *
 * <p>Each object is made by the one before it. A star means any number, a question mark at most
 * one.
 *
 * <pre>
 * WebGpu          -> Gpu
 * Gpu             -> GpuAdapter*                          requestAdapter
 * GpuAdapter      -> GpuDevice?                           requestDevice
 * GpuDevice       -> GpuQueue                             its own
 *                  | GpuBuffer*  GpuTexture*  GpuSampler*  GpuQuerySet*
 *                  | GpuShaderModule*
 *                  | GpuBindGroupLayout*  GpuPipelineLayout*  GpuBindGroup*
 *                  | GpuComputePipeline*  GpuRenderPipeline*
 *                  | GpuCommandEncoder*  GpuRenderBundleEncoder*
 * GpuTexture      -> GpuTextureView*
 * GpuCommandEncoder       -> (GpuComputePassEncoder | GpuRenderPassEncoder)*  GpuCommandBuffer
 * GpuRenderBundleEncoder  -> GpuRenderBundle
 * GpuQueue        &lt;- GpuCommandBuffer*                    submit
 * </pre>
 *
 * <p>What a call needs is in a record, its descriptor. A component that may be null has a default,
 * which its Javadoc gives. Where there are such components, {@code of} takes the others, and each
 * {@code with} method returns a copy that differs in one. A record holds lists and sets as they are
 * given; each call has read all of its arguments when it returns, so that they can then be used
 * again.
 *
 * <p>This doubles numbers on the GPU (and leaves out to close the objects, as in try statements):
 *
 * {@snippet lang = java :
 * GpuBuffer numbers =
 *     device.createBuffer(
 *         GpuBufferDescriptor.of(
 *             data.remaining(),
 *             Set.of(GpuBufferUsage.STORAGE, GpuBufferUsage.COPY_SRC, GpuBufferUsage.COPY_DST)));
 * GpuBuffer result =
 *     device.createBuffer(
 *         GpuBufferDescriptor.of(
 *                 data.remaining(), Set.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST))
 *             .withLabel("result"));
 * GpuShaderModule module = device.createShaderModule(GpuShaderModuleDescriptor.of(wgsl));
 * GpuComputePipeline pipeline =
 *     device.createComputePipeline(
 *         GpuComputePipelineDescriptor.of(
 *             GpuProgrammableStage.of(module), new GpuLayoutMode.Auto()));
 * GpuBindGroup group =
 *     device.createBindGroup(
 *         GpuBindGroupDescriptor.of(
 *             pipeline.getBindGroupLayout(0),
 *             List.of(new GpuBindGroupEntry(0, new GpuBindingResource.Buffer(numbers)))));
 *
 * GpuCommandEncoder encoder = device.createCommandEncoder();
 * GpuComputePassEncoder pass = encoder.beginComputePass();
 * pass.setPipeline(pipeline);
 * pass.setBindGroup(0, group);
 * pass.dispatchWorkgroups(data.remaining() / Integer.BYTES);
 * pass.end();
 * encoder.copyBufferToBuffer(numbers, result);
 *
 * GpuQueue queue = device.queue();
 * queue.writeBufferWithCopy(numbers, 0, data);
 * queue.submit(List.of(encoder.finish()));
 * }
 *
 * <h2>The life of a mapped buffer</h2>
 *
 * <pre>
 *               mapAsync               the stage completes
 *   UNMAPPED ---------------> PENDING ---------------------> MAPPED
 *      ^                         |                              |
 *      |                         | unmap, destroy,              | getMappedRangeGetWithCopy
 *      |                         | device lost                  | getMappedRangeSetWithCopy
 *      |&lt;------------------------+                              |
 *      |&lt;-------------------------------------------------------+ unmap, destroy, device lost
 * </pre>
 *
 * <p>With {@code mappedAtCreation} a buffer begins as {@code MAPPED}. The CPU reaches its bytes
 * only there, the GPU only while it is {@code UNMAPPED}.
 *
 * {@snippet lang = java :
 * result.mapAsync(Set.of(GpuMapMode.READ)).toCompletableFuture().join();
 * ByteBuffer doubled = result.getMappedRangeGetWithCopy().order(ByteOrder.LITTLE_ENDIAN);
 * result.unmap();
 * }
 *
 * <h2>Errors</h2>
 *
 * <p>Most calls return before the GPU's side has looked at them, so they cannot throw. They fail in
 * one of these ways, and the Javadoc says in which:
 *
 * <ul>
 *   <li>A <b>validation error</b> (the call is wrong), an <b>out-of-memory error</b> or an
 *       <b>internal error</b> goes to the innermost error scope of the device that is open for its
 *       kind, and otherwise to {@link run.radicchio.webgpu.GpuDevice#onUncapturedError}. The call
 *       does nothing, or returns an object that is <i>invalid</i>: using it is a validation error
 *       again, and harmless.
 *   <li>A call that <b>invalidates the encoder</b> reports nothing yet: the error is a validation
 *       error of the {@code finish} that ends the recording.
 *   <li>Where WebGPU throws at once the call throws a checked <b>exception</b>; where a promise is
 *       rejected the stage completes with an unchecked one, which {@code throws} clauses name for
 *       the WIT's sake although no call throws it. Both have an {@code error()} with a kind. What
 *       WebGPU throws and the contract has no exception for is a validation error.
 *   <li>A device that is <b>lost</b> reports no more errors: calls on it and its objects do
 *       nothing, stages complete, {@link run.radicchio.webgpu.GpuDevice#lost} says why.
 * </ul>
 *
 * <p>An argument that is null where no null may be is a {@code NullPointerException}: that is a
 * mistake in Java, which no guest can make.
 *
 * <h2>Ownership</h2>
 *
 * <p>Objects are handles. Who gets one, as a result, from a stage, out of a record or a list,
 * closes it; closing twice does nothing. An argument marked {@link
 * run.radicchio.component.wit.Borrow} is only lent for the call; one without the mark is given
 * away. Closing a handle ends nothing: objects live as long as others or submitted work need them.
 * To end one early, and free its memory, is what {@code destroy} is for.
 *
 * <h2>Threads</h2>
 *
 * <p>Objects may go from thread to thread. All but encoders and the two {@code Record} maps can be
 * used by several threads at the same time. Stages complete, and streams give their items, on a
 * thread of the host's choice, which must not be blocked.
 *
 * <h2>Numbers</h2>
 *
 * <p>Sizes and offsets are in bytes unless it says texels. Java has no unsigned integers: where an
 * annotation stands for one, such as {@link run.radicchio.webgpu.GpuSize32}, an {@code int} or
 * {@code long} holds its bits.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/">WebGPU</a>
 * @see <a href="https://www.w3.org/TR/WGSL/">WGSL</a>
 */
@NullMarked
package run.radicchio.webgpu;

import org.jspecify.annotations.NullMarked;
