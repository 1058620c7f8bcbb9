// node soak.mjs ADDRESS FOLDER PROCESS MINUTES
//
// Viewers come and go, steer, resize and reload, in sessions that come and go too, while the server's
// memory is looked at each minute: what is resident, and what is left of Java's heap after a collection.

import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launch } from './chromium.mjs';

const [address, folder, server, minutes] = process.argv.slice(2);
const MINUTE_MILLIS = 60_000;
const MOST_PAGES = 4;
const began = Date.now();
const counts = { came: 0, sessions: 0, pictures: 0 };

const browser = await launch(folder);
const pages = [];
let reported = 0;
try {
  while (Date.now() - began < Number(minutes) * MINUTE_MILLIS) {
    await step();
    if (Date.now() - began >= (reported + 1) * MINUTE_MILLIS) {
      reported++;
      report();
    }
  }
} finally {
  await browser.close();
}

/** Somebody does something. */
async function step() {
  if (pages.length < 1 || (pages.length < MOST_PAGES && chance(0.4))) {
    await come();
  } else if (chance(0.4)) {
    const [page] = pages.splice(Math.floor(Math.random() * pages.length), 1);
    await leave(page);
  } else {
    const page = pages[Math.floor(Math.random() * pages.length)];
    await (chance(0.3) ? page.reload() : steer(page));
  }
  await new Promise((done) => setTimeout(done, 500));
}

/** To a session that somebody watches, or to another. */
async function come() {
  const isNew = pages.length === 0 || chance(0.2);
  counts.sessions += isNew ? 1 : 0;
  const page = await browser.newPage({ viewport: { width: 320, height: 260 } });
  await page.goto(isNew ? address : pages[0].url());
  await page.waitForSelector('canvas[data-sequence]', { timeout: MINUTE_MILLIS });
  counts.came++;
  pages.push(page);
}

async function leave(page) {
  const sequences = await page.$$eval('canvas', (all) => all.map((canvas) => Number(canvas.dataset.sequence ?? 0)));
  counts.pictures += Math.max(0, ...sequences);
  await page.close();
}

async function steer(page) {
  await page.keyboard.press('ArrowLeft');
  const width = 240 + Math.floor(Math.random() * 160);
  await page.setViewportSize({ width, height: 260 });
}

function chance(of) {
  return Math.random() < of;
}

function report() {
  jcmd('GC.run');
  const status = readFileSync(`/proc/${server}/status`, 'utf8');
  const resident = Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
  const threads = /Threads:\s+(\d+)/.exec(status)[1];
  const uses = [...jcmd('GC.heap_info').matchAll(/total \d+K, used (\d+)K/g)];
  const used = uses.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024;
  console.log(
    `${reported} min: ${resident.toFixed(0)} MiB resident, ${used.toFixed(0)} MiB of heap, ${threads} threads; ` +
      `${counts.came} viewers, ${counts.sessions} sessions, ${counts.pictures} pictures`,
  );
}

/** Of the JDK that the server runs on. */
function jcmd(command) {
  const bin = dirname(readlinkSync(`/proc/${server}/exe`));
  return execFileSync(join(bin, 'jcmd'), [server, command], { encoding: 'utf8' });
}
