// node visit.mjs ADDRESS FOLDER [NOTICE]
//
// Looks at a page until there is a picture, and then, if a notice is named, until the page shows it.

import { launch } from './chromium.mjs';

const [address, folder, notice] = process.argv.slice(2);
const PATIENCE = { timeout: 60_000 };

const browser = await launch(folder);
try {
  const page = await browser.newPage({ viewport: { width: 300, height: 200 } });
  await page.goto(address);
  await page.waitForSelector('canvas[data-sequence]', PATIENCE);
  if (notice !== undefined) {
    await page.locator('#notice', { hasText: notice }).waitFor(PATIENCE);
  }
} finally {
  await browser.close();
}
