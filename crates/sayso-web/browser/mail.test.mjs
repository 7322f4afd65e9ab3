// A reader asks to be told by mail, as they see it: every page on the way at two widths, light and dark.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { checked, openBrowser, openDesk, shot } from "./desk.mjs";

let browser;
let mailbox;
let desk;

before(async () => {
  browser = await openBrowser();
  mailbox = await openMailbox();
  desk = await openDesk({ sites: ["news.example"], at: "http://news.example", smtp: `smtp://127.0.0.1:${mailbox.server.address().port}` });
});

after(async () => {
  await browser?.close();
  mailbox?.server.close();
  desk?.close();
});

/** A mail server that keeps what it is given (RFC 5321). */
function openMailbox() {
  const letters = [];
  const server = createServer((socket) => {
    let taken = "";
    let text;
    socket.on("error", () => {});
    socket.write("220 mailbox\r\n");
    socket.on("data", (bytes) => {
      const lines = (taken + bytes).split("\r\n");
      taken = lines.pop();
      for (const line of lines) {
        if (text === undefined) {
          if (line === "DATA") text = [];
          socket.write(line === "DATA" ? "354 go on\r\n" : "250 fine\r\n");
        } else if (line !== ".") text.push(line);
        else {
          letters.push(text.join("\n").replaceAll("=\n", "").replaceAll("=3D", "="));
          text = undefined;
          socket.write("250 taken\r\n");
        }
      }
    });
  });
  const next = async (count) => {
    for (let tries = 0; letters.length < count && tries < 300; tries++) await new Promise((later) => setTimeout(later, 100));
    return letters[count - 1];
  };
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready({ server, next })));
}

let told = 0;

for (const [width, height] of [[1280, 900], [390, 844]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`a reader is told by mail, at ${width} px, ${colorScheme}`, async () => {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      const complaints = [];
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      const seen = async (name) => {
        await checked(page, name);
        await shot(page, `mail-${name}-${width}-${colorScheme}`);
      };
      const article = desk.articles[0];
      await page.goto(desk.address + "/corrections/write");
      await page.locator("#url").fill(`http://news.example${article.path}`);
      await page.locator("#exact").fill(article.text.split("\n")[0].slice(0, 60));
      await page.locator("#reason").fill(`By ${width} ${colorScheme}.`);
      await page.locator("button.go").click();
      await page.waitForURL(/outcome/);
      await seen("outcome");
      const outcome = page.url();
      await page.locator("#address").fill(`reader-${width}-${colorScheme}@mail.example`);
      await page.keyboard.press("Enter");
      await page.waitForURL(/mail/);
      await seen("asked");
      const asked = await mailbox.next(++told);
      await page.goto(asked.match(/http:\S+\/corrections\/mail\/\S+/)[0]);
      await seen("invited");
      await page.locator("button.go").click();
      await page.waitForSelector("text=is confirmed");
      await seen("confirmed");
      await page.goto(outcome);
      await seen("waiting");
      assert.ok((await page.locator("main").innerText()).includes("Whoever confirmed an address"));
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}
