// The desk in a real browser: every page at two widths, light and dark, with the keyboard alone, and with hostile articles.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checked, openBrowser, openDesk, password, shot } from "./desk.mjs";

let browser;
let desk;
let pages;

before(async () => {
  browser = await openBrowser();
  desk = await openDesk();
  const stories = (await desk.json("/stories.json")).stories;
  const troops = stories.reduce((most, story) => (story.claims > most.claims ? story : most));
  const story = await desk.json(`/story/${troops.id}.json`);
  const carried = story.claims.reduce((most, claim) => (claim.mentions.length > most.mentions.length ? claim : most));
  const speaker = story.claims.find((claim) => claim.speakers.length > 0).speakers[0];
  const edited = story.edits[0]?.to;
  const counted = story.claims.find((claim) => claim.id === story.figures[0].series[0].claim);
  pages = {
    stories: "/",
    mend: `/mention/${encodeURIComponent(counted.mentions[0].id)}`,
    story: `/story/${encodeURIComponent(story.id)}`,
    claims: `/story/${encodeURIComponent(story.id)}/claims?page=2`,
    disputes: `/story/${encodeURIComponent(story.id)}/disputes`,
    figures: `/story/${encodeURIComponent(story.id)}/figures`,
    articles: `/story/${encodeURIComponent(story.id)}/articles`,
    claim: `/claim/${carried.id}`,
    article: `/article/${encodeURIComponent(edited ?? story.articles[0].id)}`,
    changes: `/article/${encodeURIComponent(edited ?? story.articles[0].id)}?changes`,
    speaker: `/speaker/${encodeURIComponent(speaker)}`,
    search: "/search?q=troops",
    decisions: "/decisions",
    corrections: "/corrections",
    write: "/corrections/write",
    add: "/add",
    keys: "/keys",
    watched: "/watched",
    account: "/account",
    upkeep: "/upkeep",
    audit: "/audit",
    "sign-in": "/sign-in",
  };
});

after(async () => {
  await browser?.close();
  desk?.close();
});

/** A page that notes every complaint of the browser. */
async function fresh(options) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  return { page, complaints, close: () => context.close() };
}

/** Does something that leads to another page, and waits for that. */
async function moved(page, act) {
  const arrived = page.waitForEvent("framenavigated");
  await act();
  await arrived;
  await page.waitForLoadState();
}

for (const [width, height] of [[1280, 900], [390, 844]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`every page at ${width} px, ${colorScheme}`, async () => {
      const { page, complaints, close } = await fresh({ viewport: { width, height }, colorScheme });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(desk.address + path, { waitUntil: "load" });
        await checked(page, name);
        await shot(page, `${name}-${width}-${colorScheme}`);
      }
      assert.deepEqual(complaints, []);
      await close();
    });
  }
}

test("a claim is decided with the keyboard alone", async () => {
  const { page, complaints, close } = await fresh({ viewport: { width: 1280, height: 900 } });
  await page.goto(desk.address + pages.stories);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/story\//);
  await page.goto(desk.address + pages.claim);
  await moved(page, () => page.keyboard.press("c"));
  assert.ok((await desk.json("/decisions.json")).decisions.some((decision) => decision.what === "confirm" && !decision.undone));
  await page.keyboard.press("u");
  await page.waitForURL(/\/decisions/);
  assert.ok((await desk.json("/decisions.json")).decisions[0].undone);
  await page.keyboard.press("/");
  await page.keyboard.type("gsj");
  assert.equal(await page.locator("#q").inputValue(), "gsj", "keys are words in a field");
  assert.deepEqual(complaints, []);
  await close();
});

test("a claim is watched with a key, and what happens to it is told", async () => {
  const { page, complaints, close } = await fresh({ viewport: { width: 1280, height: 900 } });
  await page.goto(desk.address + pages.claim);
  await moved(page, () => page.keyboard.press("w"));
  await page.keyboard.press("g");
  await moved(page, () => page.keyboard.press("w"));
  assert.match(await page.locator("h1").innerText(), /What you watch/);
  assert.equal(await page.locator("section[data-item]").count(), 1);
  await shot(page, "watched-one-1280-light");
  await moved(page, () => page.locator("text=Stop watching").click());
  assert.equal(await page.locator("section[data-item]").count(), 0);
  assert.deepEqual(complaints, []);
  await close();
});

test("a claim that was missed is added from the text, mended, and taken back", async () => {
  const { page, complaints, close } = await fresh({ viewport: { width: 1280, height: 900 } });
  await page.goto(desk.address + pages.article);
  const words = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("[data-paragraph]"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("a, sup, svg") || node.data.trim().length < 30) continue;
      const range = document.createRange();
      range.setStart(node, 2);
      range.setEnd(node, 30);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return range.toString().trim();
    }
  });
  await page.keyboard.press("a");
  assert.equal(await page.locator("#missed-words").inputValue(), words);
  await page.locator("#missed-speakers").fill("A harbour pilot");
  await shot(page, "missed-1280-light");
  await moved(page, () => page.locator("#missed button.go").click());
  assert.match(page.url(), /\/claim\//);
  await moved(page, () => page.locator("text=Mend…").last().click());
  await checked(page, "mend");
  await shot(page, "mend-1280-light");
  await page.setViewportSize({ width: 390, height: 844 });
  await checked(page, "mend on a phone");
  await shot(page, "mend-390-light");
  await page.locator("#stance").selectOption("denies");
  await moved(page, () => page.locator("button.go").click());
  assert.ok((await page.locator("main").innerText()).includes("denies"));
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(desk.address + pages.article);
  assert.ok((await page.locator("main").innerText()).includes("Added by hand"));
  await shot(page, "added-1280-light");
  for (const _ of ["mend", "add"]) {
    await page.goto(desk.address + "/decisions");
    await moved(page, () => page.locator(".h button.link").first().click());
  }
  await page.goto(desk.address + pages.article);
  assert.ok(!(await page.locator("main").innerText()).includes("Added by hand"));
  assert.deepEqual(complaints, []);
  await close();
});

test("a newsroom signs in, and a reader is offered nothing that they may not do", async (context) => {
  const newsroom = await openDesk({ accounts: [["Boss", "admin"], ["R. Reader", "reader"]] });
  // A desk that is left open when something fails keeps the tests from ending.
  context.after(() => newsroom.close());
  const { page, complaints, close } = await fresh({ viewport: { width: 1280, height: 900 } });
  const signIn = async (name) => {
    // The browser puts the cursor into the first field in its own time.
    await page.waitForFunction(() => document.activeElement?.id === "name");
    await page.keyboard.type(name);
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await moved(page, () => page.keyboard.press("Enter"));
  };
  await page.goto(newsroom.address + pages.claim);
  assert.match(page.url(), /sign-in/);
  await signIn("R. Reader");
  assert.ok(page.url().endsWith(pages.claim), "on to what was asked for");
  assert.equal(await page.locator('form[action="/decide"]').count(), 0);
  assert.ok(!(await page.locator(".mast").innerText()).match(/Corrections|Add/));
  assert.equal((await page.goto(newsroom.address + "/add")).status(), 403);
  await page.goto(newsroom.address + "/account");
  await moved(page, () => page.locator("text=Sign out").click());
  await signIn("Boss");
  await page.goto(newsroom.address + "/account");
  await checked(page, "account");
  await shot(page, "account-admin-1280-light");
  await page.goto(newsroom.address + "/audit");
  assert.ok((await page.locator("main").innerText()).includes("sign-out"));
  await shot(page, "audit-admin-1280-light");
  assert.deepEqual(complaints.filter((complaint) => !complaint.includes("403")), []);
  await close();
});

test("mentions are split off and moved back", async () => {
  const { page, close } = await fresh({ viewport: { width: 1280, height: 900 } });
  await page.goto(desk.address + pages.claim);
  const told = () => page.locator('.men input[name="on"]').evaluateAll((boxes) => boxes.map((box) => box.value));
  const mentions = await told();
  const last = mentions.at(-1);
  await page.locator(`.men input[name="on"][value="${last}"]`).check();
  await moved(page, () => page.keyboard.press("s"));
  await page.goto(desk.address + pages.claim);
  const left = await told();
  assert.ok(!left.includes(last), "it is split off");
  assert.deepEqual(mentions.filter((mention) => mention !== last && !left.includes(mention)), [], "the others stay");
  await page.locator(".h button.link").first().click();
  await page.waitForURL(/\/decisions/);
  await page.goto(desk.address + pages.claim);
  assert.deepEqual(await told(), mentions);
  await close();
});

test("an article is added by pasting and dropping, shows hostile words as words, and open pages say so", async () => {
  const { page: open, close: closeOpen } = await fresh({});
  await open.goto(desk.address + "/keys");
  const { page, complaints, close } = await fresh({ viewport: { width: 1280, height: 900 } });
  await page.goto(desk.address + "/add");
  const hostile = [
    '<p onclick="alert(1)">The mayor said <script>alert(2)</script> that the bridge is safe.</p>',
    '<p>“<svg onload=alert(3)><style>body{display:none}</style>It is \u202Esafe,” the mayor said.</p>',
    "<p>The mayor denied that &lt;script&gt;alert(4)&lt;/script&gt; was meant.</p>",
  ].join("");
  const title = "&lt;img src=x onerror=alert(5)&gt; Bridge";
  await page.locator("#files").setInputFiles({
    name: '"><img src=x onerror=alert(6)>.html',
    mimeType: "text/html",
    buffer: Buffer.from(`<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${hostile}</article></body></html>`),
  });
  await page.locator("button.go").click();
  await page.waitForSelector("text=1 article added");
  await page.goto(desk.address + "/search?q=mayor");
  await page.locator(".men a").first().click();
  await page.waitForURL(/\/article\//);
  assert.ok((await page.locator("main").innerText()).includes("<script>alert(4)</script>"));
  assert.equal(await page.locator("main script, main img, main style, main svg[onload]").count(), 0);
  assert.ok(await page.locator("h1").isVisible());
  await open.waitForSelector(".live:not([hidden])");
  assert.deepEqual(complaints, []);
  await close();
  await closeOpen();
});

test("a file that is dropped on the page is put into its field", async () => {
  const { page, complaints, close } = await fresh({});
  await page.goto(desk.address + "/add");
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["The mayor said that the bridge is safe."], "dropped.txt"));
    for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  });
  assert.equal(await page.locator("#files").evaluate((field) => field.files[0].name), "dropped.txt");
  assert.deepEqual(complaints, []);
  await close();
});

test("without scripts everything is there", async () => {
  const { page, close } = await fresh({ javaScriptEnabled: false });
  for (const path of Object.values(pages)) {
    const answer = await page.goto(desk.address + path);
    assert.equal(answer.status(), 200);
    assert.ok((await page.locator("main").innerText()).length > 40);
  }
  await close();
});

test("the first page is small and does not jump", async () => {
  const { page, close } = await fresh({ viewport: { width: 1280, height: 900 } });
  let bytes = 0;
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  client.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; });
  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(desk.address + "/", { waitUntil: "load" });
  await page.waitForTimeout(500);
  assert.ok(bytes < 100_000, `${bytes} bytes`);
  assert.ok((await page.evaluate(() => window.shifts)) < 0.01);
  await close();
});
