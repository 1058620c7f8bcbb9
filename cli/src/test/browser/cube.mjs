// node cube.mjs ADDRESS FOLDER
//
// Watches guests/cube in a headless Chromium as a person does, and fails where it does not see what
// a person sees. ADDRESS is what `radicchio stream` has printed, FOLDER where Chromium is unpacked.

import assert from 'node:assert/strict';
import { launch } from './chromium.mjs';

const [address, folder] = process.argv.slice(2);
const PATIENCE_MILLIS = 60_000;
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
  await until(page, 'warm colours', ({ middle }) => middle.red - middle.blue > 20);
  const { corner } = await seen(page);
  GROUND.forEach((value, i) => assert.ok(Math.abs(corner[i] - value) < 12, `the corner is ${corner}`));

  // A key changes its colours, and that picture says which input it answers.
  await page.focus('canvas');
  await page.keyboard.press('KeyC');
  await until(page, 'cold colours', ({ middle }) => middle.blue - middle.red > 20);
  await until(page, 'an answer to the key', ({ input }) => input > 0);
  await until(page, 'the latency', ({ numbers }) => /frames\/s.*Mbit\/s.*ms from input/.test(numbers));

  // It stops by a key, so that what changes then is by the pointer.
  await page.keyboard.press('Space');
  await page.waitForTimeout(1000);
  const still = await seen(page);
  const box = await page.locator('canvas').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 3, { steps: 5 });
  await page.mouse.up();
  await until(page, 'the camera go around', ({ picture }) => distance(picture, still.picture) > 4);

  // The guest draws for another size when it is told of it.
  await page.setViewportSize({ width: 500, height: 280 });
  await until(page, 'the new size', ({ width, height }) => width === 500 && height > 200 && height < 280);

  // Somebody else who has the address watches, and does not steer.
  const other = await open(context, page.url());
  await until(other, 'the same colours', ({ middle }) => middle.blue - middle.red > 20);
  assert.match(await other.textContent('#role'), /watching, 2 here/);
  await other.close();

  // The page comes back to the same guest.
  await page.reload();
  await until(page, 'the guest again', ({ middle, width }) => middle.blue - middle.red > 20 && width === 500);
  assert.match(await page.textContent('#role'), /steering, 1 here/);
  await page.focus('canvas');
  await page.keyboard.press('KeyC');
  await until(page, 'warm colours again', ({ middle }) => middle.red - middle.blue > 20);

  // Where there is no WebCodecs, there are files.
  const files = await open(context, page.url().replace('/#', '/?files#'));
  await until(files, 'files', ({ middle }) => middle.red - middle.blue > 20);
  await files.close();
}

async function open(context, url) {
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(`the page fails: ${error.message}`));
  await page.goto(url);
  await page.waitForSelector('canvas[data-sequence]', { timeout: PATIENCE_MILLIS });
  return page;
}

/** What there is to be seen on the canvas: mean colours, and a small copy; null before the first picture. */
function seen(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector('canvas[data-sequence]');
    if (canvas === null) {
      return null;
    }
    const small = new OffscreenCanvas(32, 32).getContext('2d', { willReadFrequently: true });
    small.drawImage(canvas, 0, 0, 32, 32);
    const picture = [...small.getImageData(0, 0, 32, 32).data];
    const middle = [...small.getImageData(14, 14, 4, 4).data];
    const mean = (channel) => middle.filter((_, i) => i % 4 === channel).reduce((sum, value) => sum + value, 0) / 16;
    return {
      width: canvas.width,
      height: canvas.height,
      input: Number(canvas.dataset.input),
      numbers: document.getElementById('numbers').value,
      corner: picture.slice(0, 3),
      middle: { red: mean(0), blue: mean(2) },
      picture,
    };
  });
}

async function until(page, what, condition) {
  const end = Date.now() + PATIENCE_MILLIS;
  for (;;) {
    const now = await seen(page);
    if (now !== null && condition(now)) {
      return;
    }
    if (Date.now() > end) {
      const notice = await page.textContent('#notice');
      assert.fail(`never seen: ${what}; at last ${JSON.stringify({ ...now, picture: undefined, notice })}`);
    }
    await page.waitForTimeout(50);
  }
}

/** How far pictures are apart in the mean. */
function distance(one, other) {
  return one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
}
