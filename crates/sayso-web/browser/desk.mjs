// A desk with the demo's ledger on any free port, and Debian's Chromium.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const root = path.resolve(import.meta.dirname, "../../..");
const program = process.env.SAYSO ?? ["release", "debug"].map((build) => path.join(root, "target", build, "sayso")).find(existsSync);

/** A browser that asks nothing of the network but the desk. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** The demo's ledger, served. */
export async function openDesk() {
  const folder = mkdtempSync(path.join(tmpdir(), "sayso-desk-"));
  const ledger = path.join(folder, "demo.ledger");
  const loaded = spawnSync(program, ["demo", "--ledger", ledger], { encoding: "utf8" });
  if (loaded.status !== 0) throw new Error(loaded.stderr);
  const served = spawn(program, ["serve", "--ledger", ledger, "--port", "0", "--no-browser", "--by", "A. Editor"]);
  served.stderr.pipe(process.stderr);
  const address = await new Promise((found, failed) => {
    served.stdout.on("data", (line) => found(String(line).match(/http:\S+(?=\/ )/)[0]));
    served.on("exit", () => failed(new Error("the desk ended")));
  });
  return {
    address,
    json: async (at) => (await fetch(address + at)).json(),
    close: () => { served.removeAllListeners("exit"); served.kill(); rmSync(folder, { recursive: true, force: true }); },
  };
}

/** A screenshot, where SHOTS names a folder for them. */
export async function shot(page, name) {
  if (!process.env.SHOTS) return;
  mkdirSync(process.env.SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(process.env.SHOTS, `${name}.png`), fullPage: true });
}
