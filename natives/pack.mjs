// node pack.mjs ARTIFACT CLASSES
//
// Takes the native library of one Maven artifact, a key of libraries.json, out of the npm package
// that ships it, checks it against the hash pinned there, and lays it out for the jar in the folder
// CLASSES. Installs the npm packages first where they are not installed yet. The artifact "natives"
// is the Maven parent: it is built before the others and only installs, so that they need not.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const [artifact, classes] = process.argv.slice(2);

install();
if (artifact !== 'natives') {
  pack(artifact, classes);
}

/** Runs npm unless what the lock file says is installed already. */
function install() {
  const lock = sha256(readFileSync(join(here, 'package-lock.json')));
  const installed = join(here, 'node_modules', '.installed-lock');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) {
    return;
  }
  console.log('Installing the packages of natives/package-lock.json (about 100 MB, once).');
  const npm = spawnSync('npm ci --ignore-scripts --loglevel=error', {
    cwd: here,
    shell: true, // npm is a script on Windows
    stdio: 'inherit',
  });
  if (npm.status !== 0) {
    fail('npm ci failed in natives/: see its messages above. It needs a package registry that it can reach.');
  }
  writeFileSync(installed, lock);
}

/** Lays out one artifact's library, its description and its licences. */
function pack(artifact, classes) {
  const pinned = JSON.parse(readFileSync(join(here, 'libraries.json'), 'utf8'))[artifact];
  if (!pinned) {
    fail(`natives/libraries.json has no entry "${artifact}".`);
  }
  const installed = join(here, 'node_modules', pinned.package);
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const resources = join(classes, 'run/radicchio/natives', pinned.platform);
  const licences = join(classes, 'META-INF');
  const packed = join(resources, pinned.file);
  if (!existsSync(packed) || sha256(readFileSync(packed)) !== pinned.sha256) {
    write(packed, library(pinned, installed));
  }
  write(
    join(resources, `${pinned.library}.properties`),
    `file=${pinned.file}\nsize=${pinned.size}\nsha256=${pinned.sha256}\n` +
      `origin=${origin(pinned, version)}\n`,
  );
  write(join(licences, 'NOTICE'), readFileSync(join(here, 'notices', `${pinned.library}.txt`)));
  write(join(licences, 'LICENSE'), readFileSync(join(here, '..', 'LICENSE')));
  write(
    join(licences, `LICENSE-${pinned.package.replace(/\W+/g, '-').replace(/^-/, '')}`),
    readFileSync(join(installed, 'LICENSE')),
  );
}

/** Where a library comes from, and of which revision it is where its package does not say. */
function origin({ package: name, revision }, version) {
  return revision ? `${revision}, by ${name} ${version}` : `${name} ${version}`;
}

/** The library out of the installed npm package: the pinned one or none. */
function library(pinned, installed) {
  const found = pinned.archive
    ? fromTar(brotliDecompressSync(readFileSync(join(installed, pinned.archive))), pinned.source)
    : readFileSync(join(installed, pinned.source));
  const hash = sha256(found);
  if (found.length !== pinned.size || hash !== pinned.sha256) {
    fail(
      `${pinned.source} of the npm package ${pinned.package} is not the pinned one.\n` +
        `  expected ${pinned.size} bytes, SHA-256 ${pinned.sha256}\n` +
        `  found    ${found.length} bytes, SHA-256 ${hash}\n` +
        'If it was meant to change, check the new library and pin it in natives/libraries.json.',
    );
  }
  return found;
}

/** The content of the named file in a tar archive: 512-byte headers, names at 0, octal sizes at 124. */
function fromTar(archive, name) {
  for (let at = 0; at + 512 <= archive.length; ) {
    const field = (offset, length) =>
      archive.toString('latin1', at + offset, at + offset + length).split('\0')[0];
    const size = parseInt(field(124, 12), 8) || 0;
    if (field(0, 100) === name) {
      return archive.subarray(at + 512, at + 512 + size);
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return fail(`The archive of the npm package holds no file "${name}".`);
}

/** Writes a file unless it is there already: an unchanged file lets Maven keep the jar. */
function write(file, content) {
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) {
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
