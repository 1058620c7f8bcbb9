// What is to be seen of `radicchio stream` on its page, as a person sees it.

import assert from 'node:assert/strict';

/** How long something may take to be seen. */
export const PATIENCE_MILLIS = 60_000;

/** The page, once it shows a picture of each of so many surfaces. */
export async function open(context, url, surfaces = 1) {
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(`the page fails: ${error.message}`));
  await page.goto(url);
  for (let surface = 0; surface < surfaces; surface++) {
    await page.waitForSelector(`${canvas(surface)}[data-sequence]`, { timeout: PATIENCE_MILLIS });
  }
  return page;
}

/** The selector of a surface's canvas. */
export function canvas(surface) {
  return `canvas[data-surface="${surface}"]`;
}

/** What there is to be seen of a surface: mean colours, and a small copy; null before the first picture. */
export function seen(page, surface = 0) {
  return page.evaluate((selector) => {
    const canvas = document.querySelector(`${selector}[data-sequence]`);
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
      sequence: Number(canvas.dataset.sequence),
      numbers: document.getElementById('numbers').value,
      corner: picture.slice(0, 3),
      middle: { red: mean(0), blue: mean(2) },
      picture,
    };
  }, canvas(surface));
}

/** Waits until something is seen of a surface, and returns what is seen then. */
export async function until(page, what, condition, surface = 0) {
  const end = Date.now() + PATIENCE_MILLIS;
  for (;;) {
    const now = await seen(page, surface);
    if (now !== null && condition(now)) {
      return now;
    }
    if (Date.now() > end) {
      const notice = await page.textContent('#notice');
      assert.fail(`never seen: ${what}; at last ${JSON.stringify({ ...now, picture: undefined, notice })}`);
    }
    await page.waitForTimeout(50);
  }
}

/** Drags what is in the middle of a surface to the left, and up. */
export async function drag(page, surface = 0) {
  const box = await page.locator(canvas(surface)).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 3, { steps: 5 });
  await page.mouse.up();
}

/** How far pictures are apart in the mean. */
export function distance(one, other) {
  return one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
}

/** What guests/cube has in the middle before C is pressed, and after. */
export const isWarm = ({ middle }) => middle.red - middle.blue > 20;
export const isCold = ({ middle }) => middle.blue - middle.red > 20;
