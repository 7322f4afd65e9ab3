// A desk with the demo's ledger on any free port, and Debian's Chromium.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const root = path.resolve(import.meta.dirname, "../../..");
const program = process.env.SAYSO ?? ["release", "debug"].map((build) => path.join(root, "target", build, "sayso")).find(existsSync);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Ledgers as they are before a test changes them. */
const read = new Map();
process.on("exit", () => { for (const ledger of read.values()) rmSync(path.dirname(ledger), { recursive: true, force: true }); });

/** A browser that asks nothing of the network but the desk; with other settings of the driver, where a test needs them. */
export function openBrowser(settings = {}) {
  return chromium.launch({
    ...settings,
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** What everybody with an account signs in with. */
export const password = "four words nobody joins";

/**
 * The demo's ledger, served. With `accounts`, pairs of a name and a role, everybody signs in. With `sites`, readers of these may send corrections; with `at`, its articles stand there
 * instead of where they are said to be, and are given back with their paths. With `smtp`, the address of a mail server, readers are told by mail.
 * With `documents`, these are all that is in it.
 */
export async function openDesk({ accounts = [], sites = [], at, smtp, documents } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "sayso-desk-"));
  const ledger = path.join(folder, "demo.ledger");
  const articles = at ? moved(at) : [];
  const run = (...given) => {
    const ran = spawnSync(program, given, { encoding: "utf8", input: `${password}\n` });
    if (ran.status !== 0) throw new Error(ran.stderr);
  };
  const add = (documents) => {
    const stream = path.join(folder, "stream.jsonl");
    writeFileSync(stream, documents.map((document) => JSON.stringify(document)).join("\n"));
    run("add", "--ledger", ledger, stream);
  };
  // Reading takes longer than all else: the same articles are read once and their ledger is copied.
  const known = read.get(at);
  if (documents) add(documents);
  else if (known) copyFileSync(known, ledger);
  else {
    if (at) add(articles.map(({ document }) => document));
    else run("demo", "--ledger", ledger);
    read.set(at, path.join(mkdtempSync(path.join(tmpdir(), "sayso-read-")), "demo.ledger"));
    copyFileSync(ledger, read.get(at));
  }
  for (const [name, role] of accounts) run("account", "add", name, "--role", role, "--ledger", ledger);
  const listed = sites.flatMap((site) => ["--site", site]);
  // Links in mails are told the port before the desk has one.
  const port = smtp ? await freePort() : 0;
  const mail = smtp ? ["--mail-from", "desk@desk.example", "--public-url", `http://localhost:${port}`] : [];
  const given = ["serve", "--ledger", ledger, "--port", String(port), "--no-browser", "--by", "A. Editor", ...listed, ...mail];
  const served = spawn(program, given, { env: { ...process.env, SAYSO_SMTP: smtp ?? "" } });
  served.stderr.pipe(process.stderr);
  const address = await new Promise((found, failed) => {
    served.stdout.on("data", (line) => found(String(line).match(/http:\S+(?=\/ )/)[0]));
    served.on("exit", () => failed(new Error("the desk ended")));
  });
  return {
    address,
    articles,
    add,
    json: async (at) => (await fetch(address + at)).json(),
    close: () => { served.removeAllListeners("exit"); served.kill(); rmSync(folder, { recursive: true, force: true }); },
  };
}

function freePort() {
  const server = createServer();
  return new Promise((found) => server.listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(port));
  }));
}

/** What every page must have: one heading, no more than the window's width, nothing serious that axe-core finds. */
export async function checked(page, name) {
  assert.equal(await page.locator("h1").count(), 1, `${name}: one heading`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${name}: ${overflow} px wider than the window`);
  await page.evaluate(axe);
  const found = (await page.evaluate(() => window.axe.run())).violations;
  const serious = found.filter((violation) => ["serious", "critical"].includes(violation.impact));
  assert.deepEqual(serious.map((violation) => `${violation.id}: ${violation.nodes[0].html}`), [], name);
}

/** Some articles of the demo, on another site. */
function moved(site) {
  const stream = readFileSync(path.join(root, "demo/stories/stream.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const first = stream.filter((document) => !document.replaces && (document.language ?? "en") === "en").slice(0, 12);
  return first.map((document) => {
    const at = `/${document.id}`;
    return { path: at, text: document.text, title: document.title, publisher: document.outlet ?? document.publisher, document: { ...document, url: site + at } };
  });
}

/** A screenshot, where SHOTS names a folder for them. */
export async function shot(page, name) {
  if (!process.env.SHOTS) return;
  mkdirSync(process.env.SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(process.env.SHOTS, `${name}.png`), fullPage: true });
}
