// Many pages of one desk in Chromium as people have it: with the store of pages for going back, which test drivers turn off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openDesk } from "./desk.mjs";

/** A bound against hanging, far above what a page takes. */
const timeout = 10_000;

/** The switch by which the driver turns that store off. */
const turnedOff = ["--disable-back-forward-cache"];

/** Ten articles, each a story. */
const documents = ["pier", "mill", "bridge", "tower", "ferry", "harbour", "market", "library", "tunnel", "dam"].map((place) => ({
  id: place, title: place, url: `https://${place}.example/`, text: `The ${place} is closed, the mayor of the ${place} said on Monday.`,
}));

let browser;
let desk;
let paths;

before(async () => {
  browser = await openBrowser({ ignoreDefaultArgs: turnedOff });
  desk = await openDesk({ documents });
  const { stories } = await desk.json("/stories.json");
  paths = ["/", "/decisions", "/keys", "/watched", ...stories.map(({ id }) => `/story/${encodeURIComponent(id)}`)];
});

after(async () => {
  await browser?.close();
  desk?.close();
});

/** Opens a page; gives how long that took. */
async function opened(page, at) {
  const start = performance.now();
  const answer = await page.goto(desk.address + at, { waitUntil: "load", timeout });
  assert.equal(answer.status(), 200, at);
  return performance.now() - start;
}

function told(test, times) {
  const sorted = times.map(Math.round).sort((a, b) => a - b);
  test.diagnostic(`${times.length} pages, ms: median ${sorted[sorted.length >> 1]}, longest ${sorted.at(-1)}`);
}

test("forty pages are visited in one tab, and pages that are gone back to ask again", async (test) => {
  const page = await browser.newPage();
  const times = [];
  for (let visit = 0; visit < 40; visit++) times.push(await opened(page, paths[visit % paths.length]));
  told(test, times);
  await page.evaluate(() => { window.isKept = true; });
  await opened(page, "/keys");
  const asked = page.waitForRequest("**/change.json", { timeout });
  await page.goBack({ waitUntil: "commit", timeout });
  test.diagnostic(`kept for going back: ${await page.evaluate(() => window.isKept === true)}`);
  await asked;
  await page.close();
});

test("nine tabs are open, and one more loads", async (test) => {
  const context = await browser.newContext();
  const tabs = await Promise.all(Array.from({ length: 9 }, () => context.newPage()));
  told(test, await Promise.all(tabs.map((tab, number) => opened(tab, paths[number % paths.length]))));
  told(test, [await opened(await context.newPage(), "/")]);
  desk.add([{ id: "late", text: "The warden said that the museum is closed.", title: "Museum", url: "https://late.example/" }]);
  for (const tab of tabs.slice(0, 3)) {
    await tab.bringToFront();
    await tab.waitForSelector(".live:not([hidden])", { timeout: 2 * timeout });
  }
  await context.close();
});

test("a page that nobody sees asks nothing", async () => {
  const page = await browser.newPage();
  await opened(page, "/keys");
  let asked = 0;
  page.on("request", (request) => { asked += request.url().endsWith("/change.json"); });
  const show = (hidden) => page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
  await show(true);
  await page.waitForTimeout(6_500);
  assert.equal(asked, 0);
  await Promise.all([page.waitForRequest("**/change.json", { timeout }), show(false)]);
  await page.close();
});
