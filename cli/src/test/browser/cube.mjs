// node cube.mjs ADDRESS FOLDER
//
// Watches guests/cube in a headless Chromium as a person does, and fails where it does not see what
// a person sees. ADDRESS is what `radicchio stream` has printed, FOLDER where Chromium is unpacked.

import assert from 'node:assert/strict';
import { launch } from './chromium.mjs';
import { distance, drag, isCold, isWarm, open, seen, until } from './page.mjs';

const [address, folder] = process.argv.slice(2);
const GROUND = [26, 31, 26];

const browser = await launch(folder);
try {
  await watch(await browser.newContext({ viewport: { width: 400, height: 320 } }));
} finally {
  await browser.close();
}

async function watch(context) {
  const page = await open(context, address);

  // The cube is in the middle, and the ground in the corner.
  await until(page, 'warm colours', isWarm);
  const { corner } = await seen(page);
  GROUND.forEach((value, i) => assert.ok(Math.abs(corner[i] - value) < 12, `the corner is ${corner}`));

  // A key changes its colours, and that picture says which input it answers.
  await page.focus('canvas');
  await page.keyboard.press('KeyC');
  await until(page, 'cold colours', isCold);
  await until(page, 'an answer to the key', ({ input }) => input > 0);
  await until(page, 'the latency', ({ numbers }) => /frames\/s.*Mbit\/s.*ms from input/.test(numbers));

  // It stops by a key, so that what changes then is by the pointer.
  await page.keyboard.press('Space');
  await page.waitForTimeout(1000);
  const still = await seen(page);
  await drag(page);
  await until(page, 'the camera go around', ({ picture }) => distance(picture, still.picture) > 4);

  // The guest draws for another size when it is told of it.
  await page.setViewportSize({ width: 500, height: 280 });
  await until(page, 'the new size', ({ width, height }) => width === 500 && height > 200 && height < 280);

  // Somebody else who has the address watches, and does not steer.
  const other = await open(context, page.url());
  await until(other, 'the same colours', isCold);
  assert.match(await other.textContent('#role'), /watching, 2 here/);
  await other.close();

  // The page comes back to the same guest.
  await page.reload();
  await until(page, 'the guest again', (now) => isCold(now) && now.width === 500);
  assert.match(await page.textContent('#role'), /steering, 1 here/);
  await page.focus('canvas');
  await page.keyboard.press('KeyC');
  await until(page, 'warm colours again', isWarm);

  // Where there is no WebCodecs, there are files.
  const files = await open(context, page.url().replace('/#', '/?files#'));
  await until(files, 'files', isWarm);
  await files.close();
}
