// A headless Chromium without an installation: the one of the npm package that SwiftShader is taken
// out of, or the one that RADICCHIO_TEST_BROWSER names, such as Debian's /usr/bin/chromium.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const packages = join(dirname(fileURLToPath(import.meta.url)), '../../../../natives/node_modules');
const { chromium } = await import(join(packages, 'playwright-core/index.mjs'));

/** Starts it; what it is unpacked to is kept in a folder. */
export function launch(folder) {
  const named = process.env.RADICCHIO_TEST_BROWSER;
  const executablePath = named ?? unpacked(folder);
  const libraries = named ? {} : { LD_LIBRARY_PATH: join(folder, 'lib') };
  return chromium.launch({
    executablePath,
    // In containers there is often neither a sandbox nor room in /dev/shm.
    args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage'],
    env: { ...process.env, ...libraries },
  });
}

function unpacked(folder) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('RADICCHIO_TEST_BROWSER must name a Chromium on this platform: the one of npm is for Linux.');
  }
  const executable = join(folder, 'chromium');
  if (!existsSync(executable)) {
    mkdirSync(folder, { recursive: true });
    const archives = join(packages, '@sparticuz/chromium/bin');
    // The libraries that a bare Linux lacks: lib/*.so.
    const libraries = join(folder, 'libraries.tar');
    writeFileSync(libraries, brotliDecompressSync(readFileSync(join(archives, 'al2023.tar.br'))));
    const tar = spawnSync('tar', ['xf', libraries, '-C', folder]);
    if (tar.status !== 0) {
      throw new Error(`tar cannot unpack ${libraries}: ${tar.stderr}`);
    }
    writeFileSync(`${executable}.new`, brotliDecompressSync(readFileSync(join(archives, 'chromium.br'))), { mode: 0o755 });
    renameSync(`${executable}.new`, executable);
  }
  return executable;
}
