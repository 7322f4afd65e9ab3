// How long the desk takes, and whether another writer is refused, while two great stories are derived:
// `node bench/desk_under_load.mjs target/eval/sayso`. It makes its own ledger in the system's folder for temporary files.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const sayso = resolve(process.argv[2] ?? "target/eval/sayso");
const speakers = Number(process.argv[3] ?? 12_000);
const articles = Number(process.argv[4] ?? 1_000);
const RATE = 50;
const SMALL = 300;
const folder = mkdtempSync(join(tmpdir(), "sayso-load-"));

const SYLLABLES = ["ba", "cor", "dun", "fel", "gar", "hol", "jin", "kes", "lor", "mar", "nev", "os", "pel", "ran", "sol", "tam", "ul", "ver", "wes", "yor"];
const word = (number, length = 3) => Array.from({ length }, (_, at) => SYLLABLES[Math.floor(number / 20 ** at) % 20]).join("");
const name = (number) => [word(number * 7919 + 11), word(number * 104_729 + 5, 4)].map((part) => part[0].toUpperCase() + part.slice(1)).join(" ");
const random = ((seed) => () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31)(7);
const pick = (all) => all[Math.floor(random() * all.length)];

// A reading as 'sayso read --json' prints it, so that nothing is read: each sentence is one speaker's.
function record(id, title, day, statements) {
  let text = "";
  const attributions = statements.map(([speaker, said], number) => {
    const start = text.length;
    const cue = start + speaker.length + 1;
    text += `${speaker} said ${said}.\n\n`;
    const source = [[start, start + speaker.length]];
    return {
      id: `a${number + 1}`, source, cue: [[cue, cue + 4]], content: [[cue + 5, text.length - 3]], quote_type: "indirect", stance: "asserts", certainty: "certain",
      speakers: [{ name: speaker, kind: "person", because: source }], via: [], reported_by: [], medium: [], evidence: [], parent: null, figures: [], dates: [], confidence: 0.9,
    };
  });
  const published = `2026-02-${String(1 + (day % 28)).padStart(2, "0")}T08:00:00Z`;
  const article = { title, byline: [], publisher: `${word(day)} Post`, published, modified: null, language: "en", url: `https://${word(day)}.example/${id}` };
  return JSON.stringify({ id, text, article, furniture: [], attributions, figures: [], dates: [], warnings: [], publisher: article.publisher, published });
}

const saying = (number, of) => `that the ${word(number * 31, 4)} of ${of} would ${word(number * 17)} the ${word(number * 13, 4)} by ${word(number, 2)}`;
const small = Array.from({ length: SMALL }, (_, story) => {
  const place = name(story + 500);
  return [0, 1].map((article) => record(`s${story}-${article}`, `${place} votes on the ${word(story, 4)}`, story,
    Array.from({ length: 4 }, (_, number) => [name(story * 9 + number), saying(story * 40 + number * 3 + article, place)])));
}).flat();
const great = record("great", "Everybody speaks in Velgar", 3, Array.from({ length: speakers }, (_, number) => [name(number), saying(number, "Velgar") + ` and that ${word(number * 3, 4)} ${word(number * 5, 4)} ${word(number * 11, 4)} were ${word(number * 29, 4)} of ${name(number * 3)} in the ${word(number * 2, 4)} ${word(number * 19, 4)} ${word(number * 23, 4)} of the ${word(number * 37, 4)}`]));
const thousand = Array.from({ length: articles }, (_, number) => record(`k${number}`, "Ferry Blue Heron sinks off Sorrel Point", number,
  [["Hana Orlin", "that the ferry Blue Heron sank off Sorrel Point in Kareth"], ...Array.from({ length: 6 }, (_, at) => [name(at * 3 + (number % 40)), saying(number * 11 + at, "the ferry Blue Heron off Sorrel Point")])]));
const files = { "small.jsonl": small, "great.jsonl": [great], "thousand.jsonl": thousand };
for (const [file, lines] of Object.entries(files)) writeFileSync(join(folder, file), lines.join("\n") + "\n");

function run(...args) {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(sayso, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let told = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (told += part));
    child.on("close", (status) => done({ status, told, took: performance.now() - started }));
  });
}

const quantile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
const row = (title, times, told = "") => console.log(title.padEnd(34), String(times.length).padStart(6), ...[0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(0).padStart(8)), told);

console.log(`${(great.length / 1e6).toFixed(1)} MB with ${speakers} speakers; ${articles} articles of one story; ${SMALL} small stories`);
await run("add", "small.jsonl");
const desk = spawn(sayso, ["serve", "--port", "0", "--no-browser", "--by", "A. Editor"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
const line = await new Promise((done) => createInterface({ input: desk.stdout }).once("line", done));
const address = line.match(/http:\S+(?=\/)/)[0];
const get = async (path) => (await fetch(address + path)).text();
const known = [];
for (const { id } of JSON.parse(await get("/stories.json")).stories.slice(0, 40)) known.push(JSON.parse(await get(`/story/${id}.json`)));
const claims = known.flatMap((story) => story.claims);
const token = (await get(`/claim/${claims[0].id}`)).match(/name="token" value="([^"]+)"/)[1];

const pages = {
  stories: () => ["/"],
  story: () => [`/story/${pick(known).id}`],
  claim: () => [`/claim/${pick(claims).id}`],
  article: () => [`/article/${pick(pick(known).articles).id}`],
  search: () => ["/search?q=ferry"],
  decisions: () => ["/decisions"],
  "a decision at the desk": () => ["/decide", { method: "POST", redirect: "manual", headers: { Origin: address, "Content-Type": "application/x-www-form-urlencoded" }, body: new URLSearchParams({ token, what: "confirm", on: pick(claims).id }) }],
};

// The load goes on until what is to be measured beside it is done.
async function load(until) {
  const times = Object.fromEntries(Object.keys(pages).map((page) => [page, []]));
  const failed = [];
  const asked = [];
  let over = false;
  until.then(() => (over = true));
  for (let number = 0; !over; number++) {
    const page = number % RATE === 0 ? "a decision at the desk" : Object.keys(pages)[number % 6];
    const [path, how] = pages[page]();
    const start = performance.now();
    asked.push(fetch(address + path, how).then(async (answer) => {
      await answer.text();
      times[page].push(performance.now() - start);
      if (answer.status >= 400) failed.push(`${answer.status} ${path}`);
    }));
    await new Promise((go) => setTimeout(go, 1000 / RATE));
  }
  await Promise.all(asked);
  return { times, failed };
}

// A second writer, who decides twice a second.
async function decides(until) {
  const took = [];
  const refused = [];
  let over = false;
  until.then(() => (over = true));
  while (!over) {
    const { status, told, took: time } = await run("decide", "confirm", pick(claims).id);
    took.push(time);
    if (status !== 0) refused.push(told);
    await new Promise((go) => setTimeout(go, 500));
  }
  return { took, refused };
}

for (const [title, work] of [["nothing else", () => new Promise((go) => setTimeout(go, 10_000))], ["both stories added and derived", async () => {
  const told = await Promise.all([run("add", "great.jsonl"), run("add", "thousand.jsonl")]);
  for (const { told: said, took } of told) console.log(`  ${said.trim().split("\n").pop()} after ${(took / 1000).toFixed(1)} s`);
}]]) {
  console.log(`\nBeside: ${title}`);
  const until = work();
  const [{ times, failed }, { took, refused }] = await Promise.all([load(until), decides(until)]);
  console.log("milliseconds".padEnd(34), "asked".padStart(6), ...["median", "95 %", "slowest"].map((word) => word.padStart(8)));
  for (const [page, of] of Object.entries(times)) row(page, of);
  row("all", Object.values(times).flat(), failed.length ? `${failed.length} failed: ${failed[0]}` : "none failed");
  row("'sayso decide'", took, refused.length ? `${refused.length} refused: ${refused[0].trim()}` : "none refused");
}
desk.kill();
rmSync(folder, { recursive: true });
