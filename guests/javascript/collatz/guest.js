// Counts on the GPU how many Collatz steps 1, 2, 3 and 4 take to reach 1, and prints them: what
// hello-compute does in Rust. Or it does so for the whole numbers in a file, which the first
// argument names, and which lies in the first directory that the program is given.

import environment from "wasi:cli/environment@0.3.0";
import stderr from "wasi:cli/stderr@0.3.0";
import stdout from "wasi:cli/stdout@0.3.0";
import preopens from "wasi:filesystem/preopens@0.3.0";
import webgpu from "wasi:webgpu/webgpu@0.3.0-rc.2";

const WORKGROUP_SIZE = 64;

// The first number on whose way to 1 there is one of more than 32 bits.
const TOO_LARGE = 159487;

const HELP = `Counts on the GPU how many Collatz steps numbers take to reach 1: 1, 2, 3 and 4, or
those in a file.

Usage: collatz.wasm [FILE]

The file has whole numbers with space between them, and lies in the directory that the program is
given: radicchio run --dir . guests/javascript/collatz.wasm numbers.txt
`;

const SHADER = `
@group(0) @binding(0) var<storage, read_write> numbers: array<u32>;

@compute @workgroup_size(${WORKGROUP_SIZE})
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if id.x >= arrayLength(&numbers) { return; }
  var steps = 0u;
  for (var number = numbers[id.x]; number > 1u; steps++) {
    number = select(3u * number + 1u, number / 2u, number % 2u == 0u);
  }
  numbers[id.x] = steps;
}`;

export const run = {
  async run() {
    const [, argument] = environment.getArguments();
    try {
      await print(stdout, argument === "--help" ? HELP : await answer(argument));
    } catch (error) {
      await print(stderr, `${error instanceof Error ? error.message : error}\n`);
      throw undefined; // The error of wasi:cli/run has no more to say.
    }
  },
};

async function answer(path) {
  const numbers = path === undefined ? [1, 2, 3, 4] : parse(await read(path), path);
  const steps = await collatzSteps(Uint32Array.from(numbers));
  return `Steps: [${steps.join(", ")}]\n`;
}

function parse(text, path) {
  return text.trim().split(/\s+/).map((word) => {
    const number = Number(word);
    if (!/^\d+$/.test(word) || number >= TOO_LARGE) {
      throw new Error(`${path}: expected whole numbers below ${TOO_LARGE}, found \`${word}\``);
    }
    return number;
  });
}

async function read(path) {
  const [given] = preopens.getDirectories();
  if (given === undefined) {
    throw new Error(`${path} cannot be read: no directory is given`);
  }
  const [directory] = given;
  let file;
  try {
    file = await directory.openAt({ symlinkFollow: true }, path, {}, { read: true });
  } catch (code) {
    throw new Error(`${path} cannot be read: ${describe(code)}`);
  }
  const [chunks] = file.readViaStream(0);
  let text = "";
  for await (const chunk of chunks) {
    text += String.fromCharCode(...chunk);
  }
  return text;
}

// What a WIT error says, which is a value, or an object around it.
function describe(error) {
  const value = error?.payload ?? error;
  return value?.tag ?? String(value);
}

async function print(stream, text) {
  const { readable, writable } = wit.Stream(wit.Stream.U8);
  const done = stream.writeViaStream(readable);
  await writable.writeAll(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  writable.drop();
  await done.read();
}

async function collatzSteps(numbers) {
  const device = await requestDevice();
  const queue = device.queue();
  const size = numbers.byteLength;
  const storage = device.createBuffer({
    size,
    usage: { storage: true, copySrc: true, copyDst: true },
    mappedAtCreation: null,
    label: "numbers",
  });
  const readback = device.createBuffer({
    size,
    usage: { mapRead: true, copyDst: true },
    mappedAtCreation: null,
    label: "steps",
  });
  queue.writeBufferWithCopy(storage, 0, new Uint8Array(numbers.buffer), null, null);

  const module = device.createShaderModule({ code: SHADER, compilationHints: null, label: null });
  const pipeline = device.createComputePipeline({
    compute: { module, entryPoint: "main", constants: null },
    layout: { tag: "auto" },
    label: null,
  });
  const group = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [{ binding: 0, resource: { tag: "gpu-buffer", val: storage } }],
    label: null,
  });

  const encoder = device.createCommandEncoder(null);
  const pass = encoder.beginComputePass(null);
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group, null, null, null);
  pass.dispatchWorkgroups(Math.ceil(numbers.length / WORKGROUP_SIZE), null, null);
  pass.end();
  encoder.copyBufferToBuffer(storage, null, readback, null, null);
  queue.submit([encoder.finish(null)]);

  await readback.mapAsync({ read: true }, null, null);
  const bytes = readback.getMappedRangeGetWithCopy(null, null);
  readback.unmap();
  return [...new Uint32Array(bytes.buffer, bytes.byteOffset, numbers.length)];
}

async function requestDevice() {
  const adapter = await webgpu.getGpu().requestAdapter(null);
  if (adapter === null) {
    throw new Error("the host has no GPU");
  }
  return adapter.requestDevice(null);
}
