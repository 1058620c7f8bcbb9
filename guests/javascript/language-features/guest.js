// Reads names of language extensions of WGSL from a file, and prints which of them the host's GPUs
// have. The file is named by the first argument, and lies in the first directory that the program
// is given. Of wasi:webgpu it needs nothing that is async, so its component is as its toolchain made
// it, but for paths.

import environment from "wasi:cli/environment@0.3.0";
import stdout from "wasi:cli/stdout@0.3.0";
import preopens from "wasi:filesystem/preopens@0.3.0";
import webgpu from "wasi:webgpu/webgpu@0.3.0-rc.2";

export const run = {
  async run() {
    const [, path] = environment.getArguments();
    const names = (await read(path)).trim().split(/\s+/);
    const features = webgpu.getGpu().wgslLanguageFeatures();
    const lines = names.map((name) => `${name}: ${features.has(name) ? "yes" : "no"}\n`);
    await print(lines.join(""));
  },
};

async function read(path) {
  const [[directory]] = preopens.getDirectories();
  const file = await directory.openAt({ symlinkFollow: true }, path, {}, { read: true });
  const [chunks] = file.readViaStream(0);
  let text = "";
  for await (const chunk of chunks) {
    text += String.fromCharCode(...chunk);
  }
  return text;
}

async function print(text) {
  const { readable, writable } = wit.Stream(wit.Stream.U8);
  const done = stdout.writeViaStream(readable);
  await writable.writeAll(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  writable.drop();
  await done.read();
}
