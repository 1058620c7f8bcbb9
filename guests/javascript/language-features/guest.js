// Reads names of language extensions of WGSL from a file, and prints which of them the host's GPUs
// have. The file is named by the first argument, and lies in the first directory that the program
// is given. Of wasi:webgpu it needs nothing that is async, so its component is as its toolchain made
// it, but for paths.

import environment from "wasi:cli/environment@0.3.0";
import stderr from "wasi:cli/stderr@0.3.0";
import stdout from "wasi:cli/stdout@0.3.0";
import preopens from "wasi:filesystem/preopens@0.3.0";
import webgpu from "wasi:webgpu/webgpu@0.3.0-rc.2";

const USAGE = "usage: language-features.wasm FILE, in the first directory that is given";

export const run = {
  async run() {
    const [, path] = environment.getArguments();
    try {
      await print(stdout, await answer(path));
    } catch (error) {
      await print(stderr, `${error instanceof Error ? error.message : error}\n`);
      throw undefined; // The error of wasi:cli/run has no more to say.
    }
  },
};

async function answer(path) {
  if (path === undefined) {
    throw new Error(USAGE);
  }
  const names = (await read(path)).trim().split(/\s+/);
  const features = webgpu.getGpu().wgslLanguageFeatures();
  return names.map((name) => `${name}: ${features.has(name) ? "yes" : "no"}\n`).join("");
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
    throw new Error(`${path} cannot be read: ${code?.payload?.tag ?? code?.tag ?? code}`);
  }
  const [chunks] = file.readViaStream(0);
  let text = "";
  for await (const chunk of chunks) {
    text += String.fromCharCode(...chunk);
  }
  return text;
}

async function print(stream, text) {
  const { readable, writable } = wit.Stream(wit.Stream.U8);
  const done = stream.writeViaStream(readable);
  await writable.writeAll(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  writable.drop();
  await done.read();
}
