/**
 * Holds the whole interface against a model of the WebGPU specification: a guest makes calls in
 * random order, right and wrong, and each has to end as the model predicts.
 *
 * <p>The guest {@code tests/steps} keeps handles in slots, and knows nothing. What is drawn at
 * random ({@link run.radicchio.webgpu.dawn.steps.Draw}) becomes a call with arguments by a {@link
 * run.radicchio.webgpu.dawn.steps.Rule}, one for each function, which also predicts how it ends
 * ({@link run.radicchio.webgpu.dawn.steps.Prediction}). The rules know what is in each slot: {@code
 * Buffer}, {@code Encoding} and others have the state that the specification gives these objects.
 * They are written from the specification, and must not know what Dawn does.
 */
@NullMarked
package run.radicchio.webgpu.dawn.steps;

import org.jspecify.annotations.NullMarked;
