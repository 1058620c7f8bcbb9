// node visit.mjs ADDRESS FOLDER [NOTICE]
//
// Looks at a page until there is a picture, and then, if a notice is named, until the page shows it.

import { launch } from './chromium.mjs';
import { open, PATIENCE_MILLIS } from './page.mjs';

const [address, folder, notice] = process.argv.slice(2);

const browser = await launch(folder);
try {
  const page = await open(await browser.newContext({ viewport: { width: 300, height: 200 } }), address);
  if (notice !== undefined) {
    await page.locator('#notice', { hasText: notice }).waitFor({ timeout: PATIENCE_MILLIS });
  }
} finally {
  await browser.close();
}
