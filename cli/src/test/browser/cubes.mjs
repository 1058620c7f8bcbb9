// node cubes.mjs ADDRESS FOLDER
//
// Watches both surfaces of guests/cube in a headless Chromium as a person does, and fails where what is
// done with one is seen on the other. ADDRESS is what `radicchio stream` has printed for
// `--surfaces 2`, FOLDER where Chromium is unpacked.

import assert from 'node:assert/strict';
import { launch } from './chromium.mjs';
import { canvas, distance, drag, isCold, isWarm, open, seen, until } from './page.mjs';

const [address, folder] = process.argv.slice(2);
const BOTH = [0, 1];

/** So many pictures later, what was done with a surface would be seen. */
const LATER = 12;

const browser = await launch(folder);
try {
  await watch(address);
  // Where there is no WebCodecs, there are files.
  await watch(address.replace('/#', '/?files#'));
} finally {
  await browser.close();
}

async function watch(url) {
  const context = await browser.newContext({ viewport: { width: 800, height: 320 } });
  const page = await open(context, url, 2);

  // They are side by side, each with its cube.
  await eachIs(page, 'half as wide as the page', (now) => isWarm(now) && now.width === 399 && now.height > 280);
  assert.equal(await page.locator('canvas').count(), 2);

  // A key is for the one that has the focus, wherever the pointer is, and that can be seen.
  await page.focus(canvas(1));
  await page.hover(canvas(0));
  assert.deepEqual(await outlines(page), ['none', 'solid']);
  await page.keyboard.press('KeyC');
  await oneAlone(page, 1, 'cold', isCold, isWarm);

  // A press of the pointer gives it the focus.
  await page.click(canvas(0));
  assert.deepEqual(await outlines(page), ['solid', 'none']);
  await page.keyboard.press('KeyC');
  await oneAlone(page, 0, 'cold', isCold, isCold);
  await page.keyboard.press('KeyC');
  await oneAlone(page, 0, 'warm', isWarm, isCold);

  // It stops, and the other goes on; then that stops too.
  await page.keyboard.press('Space');
  const stopped = await still(page, 0);
  await until(page, 'the other go on', ({ sequence }) => sequence > stopped.sequence + LATER, 1);
  await page.focus(canvas(1));
  await page.keyboard.press('Space');
  const other = await still(page, 1);

  // The pointer leads the camera of the one on which it was pressed.
  await drag(page, 1);
  await until(page, 'the camera go around', ({ picture }) => distance(picture, other.picture) > 4, 1);
  assert.equal((await seen(page, 0)).sequence, stopped.sequence);

  // Both are told of the page's new size, by which one is below the other.
  await page.setViewportSize({ width: 400, height: 500 });
  await eachIs(page, 'as wide as the page', ({ width, height }) => width === 400 && height > 200 && height < 250);
  const boxes = await Promise.all(BOTH.map((surface) => page.locator(canvas(surface)).boundingBox()));
  assert.ok(boxes[1].y > boxes[0].y + boxes[0].height, JSON.stringify(boxes));

  // Somebody else sees both as they are, and so does who comes back.
  const watcher = await open(context, page.url(), 2);
  await bothAreAsTheyWere(watcher);
  assert.match(await watcher.textContent('#role'), /watching, 2 here/);
  await watcher.close();
  await page.reload();
  await bothAreAsTheyWere(page);
  await page.focus(canvas(1));
  await page.keyboard.press('KeyC');
  await until(page, 'warm colours again', isWarm, 1);
  await context.close();
}

/** Waits until something is seen of each surface. */
async function eachIs(page, what, condition) {
  for (const surface of BOTH) {
    await until(page, `surface ${surface} ${what}`, condition, surface);
  }
}

async function bothAreAsTheyWere(page) {
  await until(page, 'warm colours still', (now) => isWarm(now) && now.width === 400, 0);
  await until(page, 'cold colours still', (now) => isCold(now) && now.width === 400, 1);
}

/** Waits until one is so, and sees that the other is still as it was, some pictures later. */
async function oneAlone(page, surface, what, condition, asItWas) {
  const now = await until(page, what, condition, surface);
  const later = ({ sequence }) => sequence > now.sequence + LATER;
  const other = await until(page, 'the other go on', later, 1 - surface);
  assert.ok(asItWas(other), `surface ${1 - surface} has changed too: ${JSON.stringify(other.middle)}`);
}

/** What is seen of a surface once there are no more pictures of it. */
async function still(page, surface) {
  for (;;) {
    const before = await seen(page, surface);
    await page.waitForTimeout(1000);
    const now = await seen(page, surface);
    if (now.sequence === before.sequence) {
      return now;
    }
  }
}

/** How each is outlined. */
function outlines(page) {
  return page.$$eval('canvas', (all) => all.map((canvas) => getComputedStyle(canvas).outlineStyle));
}
