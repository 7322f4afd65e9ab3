// A reader's correction from a page on another origin to the public note.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { openBrowser, openDesk, shot } from "./desk.mjs";

let browser;
let site;
let desk;
let article;

/** A news site with a strict policy of its own, whose articles are those of the demo. */
function openSite() {
  const server = createServer((request, response) => {
    const page = server.pages?.[new URL(request.url, "http://site").pathname];
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", `default-src 'none'; script-src ${server.desk}; connect-src ${server.desk}; style-src 'none'`);
    response.statusCode = page ? 200 : 404;
    response.end(page ?? "");
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The article as a site sets it: captions, an advertisement between the paragraphs, links and emphasis in them. */
function page(text, title) {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim());
  const set = paragraphs.map((line, place) => {
    const words = escaped(line).replace(/(\w+) (\w+)/, "$1 <em>$2</em>");
    const beside = place === 1 ? '<aside>ADVERTISEMENT 🛳️ Sail away <button>now</button></aside><figure><figcaption>A harbour 📷</figcaption></figure>' : "";
    return `<p>${words}</p>\n${beside}`;
  });
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><meta property="article:modified_time" content="2026-02-01T09:00:00+01:00"><title>${escaped(title)}</title><body><nav>News 🗞️ Sport</nav><article><h1>${escaped(title)}</h1>${set.join("")}</article>
    <script src="${site.desk}/sayso.js" defer></script></body></html>`;
}

before(async () => {
  browser = await openBrowser();
  site = await openSite();
  await serve();
  article = desk.articles.find((known) => /\d{2}/.test(known.text));
});

/** A fresh desk for the site, and the site's pages with its script. */
async function serve() {
  const origin = `localhost:${site.address().port}`;
  desk = await openDesk({ sites: [origin], at: `http://${origin}` });
  site.desk = desk.address;
  site.pages = Object.fromEntries(desk.articles.map((known) => [known.path, page(known.text, known.title)]));
}

after(async () => {
  await browser?.close();
  site?.close();
  desk?.close();
});

async function reader(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  return { page, requests, complaints, close: () => context.close() };
}

/** Chooses some words of a page, as a reader would with the mouse. */
function choose(page, words) {
  return page.evaluate((sought) => {
    const root = document.querySelector("article");
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) { nodes.push([walker.currentNode, text.length]); text += walker.currentNode.data; }
    const at = text.indexOf(sought);
    if (at < 0) return false;
    const boundary = (place) => {
      const [node, start] = nodes.findLast(([, start]) => start <= place);
      return [node, place - start];
    };
    const range = document.createRange();
    range.setStart(...boundary(at));
    range.setEnd(...boundary(at + sought.length));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;
  }, words);
}

const sentence = (text) => text.split(/(?<=[.”"])\s+|\n+/).map((part) => part.trim()).find((part) => part.length > 50 && part.length < 200 && /\d{2}/.test(part));

test("a reader chooses words, sends, and the desk publishes: the keyboard alone", async () => {
  const { page, requests, complaints, close } = await reader();
  await page.goto(`http://localhost:${site.address().port}${article.path}`);
  const words = sentence(article.text);
  assert.ok(await choose(page, words), words);
  const before = requests.length;
  await page.keyboard.press("Control+Enter");
  await page.waitForTimeout(300);
  assert.equal(requests.length, before, "nothing is asked before the reader sends");
  await page.keyboard.type('It was 99 <script>alert(1)</script> "so"');
  await page.keyboard.press("Tab");
  await page.keyboard.type("The ministry’s own table says so. </textarea><img src=x onerror=alert(2)>");
  await shot(page, "bubble-1280-light");
  const taken = page.waitForResponse((response) => response.url().endsWith("/corrections/submit"));
  await page.keyboard.press("Control+Enter");
  const answer = await taken;
  const { target } = JSON.parse(answer.request().postData());
  const [quote, place] = target.selector;
  assert.deepEqual([target.source, target.state], [page.url(), { type: "TimeState", sourceDate: "2026-02-01T08:00:00.000Z" }]);
  assert.deepEqual([quote.type, quote.exact, place.type], ["TextQuoteSelector", words, "TextPositionSelector"]);
  const shown = await page.evaluate(() => document.querySelector("article").textContent);
  // Between blocks that the markup does not part the script puts a line's end.
  assert.ok([...shown].slice(place.start - 5, place.end + 5).join("").includes(words), "the position is counted in code points");
  assert.equal(answer.status(), 200, await answer.text());
  const { outcome } = await answer.json();
  assert.equal(await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length), "00");
  await page.keyboard.press("Escape");
  assert.deepEqual(complaints, []);
  await close();

  const { page: editor, complaints: at, close: leave } = await reader();
  await editor.goto(desk.address + "/corrections");
  const row = editor.locator(".corr").first();
  assert.match(await row.locator(".anchor b").innerText(), /exact/);
  assert.ok((await row.innerText()).includes("<script>alert(1)</script>"));
  await shot(editor, "corrections-1280-light");
  await row.locator("summary").click();
  await row.locator("textarea[name=note]").fill("An earlier version gave another number.");
  await row.getByText("Approve and publish").click();
  await editor.waitForSelector("text=public page");
  await editor.goto(desk.address + outcome);
  assert.match(await editor.locator("h1").innerText(), /Corrected/);
  const publisher = encodeURIComponent(article.publisher);
  const answerOf = await editor.goto(`${desk.address}/corrections/by/${publisher}`);
  assert.equal(answerOf.status(), 200);
  const text = await editor.locator("main").innerText();
  assert.ok(text.includes("An earlier version gave another number.") && !text.includes("The ministry’s own table"), text);
  await shot(editor, "public-1280-light");
  const notes = await desk.json(`/corrections/by/${publisher}.json`);
  assert.equal(notes["@graph"][0].correction["@type"], "CorrectionComment");
  const feed = await (await fetch(`${desk.address}/corrections/by/${publisher}.atom`)).text();
  assert.ok(feed.includes("An earlier version") && !feed.includes(outcome.split("/").pop()) && !feed.includes("ministry’s own"));
  assert.deepEqual(at, []);
  await leave();
});

test("the button does what the keys do, on a phone", async () => {
  const { page, close } = await reader({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const other = desk.articles.find((known) => known !== article && sentence(known.text));
  await page.goto(`http://localhost:${site.address().port}${other.path}`);
  await choose(page, sentence(other.text));
  await page.waitForTimeout(500);
  await shot(page, "offer-390-light");
  const box = await page.evaluate(() => { const range = getSelection().getRangeAt(0).getBoundingClientRect(); return { x: Math.max(8, range.left) + 20, y: range.bottom + 30 }; });
  await page.touchscreen.tap(box.x, box.y);
  await page.waitForTimeout(300);
  await page.keyboard.type("Better words");
  await shot(page, "bubble-390-light");
  const taken = page.waitForResponse((response) => response.url().endsWith("/corrections/submit"));
  await page.keyboard.press("Control+Enter");
  assert.equal((await taken).status(), 200);
  await close();
});

test("passages of real pages are followed through the next version", async () => {
  let tried = 0;
  // One address may only send so many: each part of the articles has a desk of its own.
  for (const part of [0, 1, 2]) {
    desk.close();
    await serve();
    tried += await followed(desk.articles.filter((_, place) => place % 3 === part));
  }
  assert.ok(tried >= 50, `${tried} passages`);
});

/** Chooses passages, then adds a version in which each was left, moved, changed or taken out; how many there were. */
async function followed(articles) {
  const sentences = (text) => text.split(/(?<=[.”"])\s+|\n+/).map((part) => part.trim()).filter((part) => part.length > 40 && part.length < 200);
  const expected = new Map();
  const next = [];
  for (const known of articles) {
    const { page, complaints, close } = await reader();
    await page.goto(`http://localhost:${site.address().port}${known.path}`);
    // A headline that the text repeats is chosen in the headline, which the next version leaves as it is.
    const all = sentences(known.text).filter((words, at, list) => list.indexOf(words) === at && words !== known.document.title);
    const withFigure = all.find((words) => /\d/.test(words));
    const gone = all.findLast((words) => words !== withFigure);
    const kept = all.filter((words) => words !== withFigure && words !== gone).slice(0, 3);
    let text = known.text;
    for (const [words, fit] of [[withFigure, "changed"], [gone, "orphan"], ...kept.map((words) => [words, "moved"])]) {
      if (!words || !(await choose(page, words))) continue;
      await page.keyboard.press("Control+Enter");
      const name = `${known.path} ${expected.size}`;
      await page.keyboard.type(name);
      const taken = page.waitForResponse((response) => response.url().endsWith("/corrections/submit"));
      await page.keyboard.press("Control+Enter");
      assert.equal((await taken).status(), 200, words);
      await page.keyboard.press("Escape");
      expected.set(name, fit);
      if (fit === "changed") text = text.replace(words, words.replace(/\d(?=\D*$)/, (digit) => (Number(digit) + 3) % 10));
      if (fit === "orphan") text = text.replace(words, "");
    }
    assert.deepEqual(complaints, []);
    await close();
    next.push({ ...known.document, id: `${known.document.id}-next`, version: 2, replaces: known.document.id, published: "2026-02-20T08:00:00Z", text: `A new first paragraph, set above the others.\n\n${text}` });
  }
  desk.add(next);
  const { page: editor, close: leave } = await reader();
  await editor.goto(desk.address + "/corrections");
  const wrong = [];
  for (const [name, fit] of expected) {
    const row = editor.locator(".corr", { has: editor.locator("ins", { hasText: new RegExp(`^${name}$`) }) });
    const found = (await row.locator(".anchor b").innerText()).trim();
    if (found !== fit) wrong.push(`${name}: ${found}, not ${fit}`);
  }
  assert.deepEqual(wrong, []);
  await leave();
  return expected.size;
}

test("a site that is not listed, a page that is not known, and a forged origin get nothing", async () => {
  const submit = (origin, body) => fetch(`${desk.address}/corrections/submit`, { method: "POST", headers: { origin, "content-type": "text/plain" }, body: JSON.stringify(body) });
  const origin = `http://localhost:${site.address().port}`;
  const target = { source: origin + article.path, selector: [{ type: "TextQuoteSelector", exact: "the" }] };
  const body = { target, kind: "typo", wording: "a", challenge: "1.2.3", answer: "0" };
  const refused = await submit("http://attacker.example", body);
  assert.equal(refused.status, 403);
  assert.equal(refused.headers.get("access-control-allow-origin"), null);
  assert.equal((await submit(origin, body)).status, 403, "no work, no correction");
  assert.equal((await submit(origin, { ...body, target: { ...target, source: "http://attacker.example/" } })).status, 403);
  assert.equal((await submit(origin, { ...body, kind: "other" })).status, 400);
});

test("without a script there is a form", async () => {
  const { page, close } = await reader({ javaScriptEnabled: false });
  await page.goto(desk.address + "/corrections/write");
  await page.locator("#url").fill(`http://localhost:${site.address().port}${article.path}`);
  await page.locator("#exact").fill(sentence(article.text));
  await page.locator("#reason").fill("By the form.");
  await page.locator("button.go").click();
  await page.waitForURL(/outcome/);
  assert.match(await page.locator("h1").innerText(), /Waiting/);
  await shot(page, "outcome-1280-light");
  await close();
});
