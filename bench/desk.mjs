// How long the desk takes for each page under fifty requests a second: `node bench/desk.mjs http://localhost:7878`.
const desk = process.argv[2] ?? "http://localhost:7878";
const RATE = 50;
const SECONDS = 10;

const json = async (path) => (await fetch(desk + path)).json();
const pick = (all) => all[Math.floor(Math.random() * all.length)];

const { stories } = await json("/stories.json");
const known = [];
for (let number = 0; number < 60; number++) known.push(await json(`/story/${encodeURIComponent(pick(stories).id)}.json`));
const withClaims = known.filter((story) => story.claims.length);
const edited = known.filter((story) => story.edits.length);
const speakers = withClaims.flatMap((story) => story.claims.flatMap((claim) => claim.speakers));

const pages = {
  stories: () => "/",
  "a further page of stories": () => `/?page=${1 + Math.floor((Math.random() * stories.length) / 60)}`,
  story: () => `/story/${encodeURIComponent(pick(known).id)}`,
  claim: () => `/claim/${pick(pick(withClaims).claims).id}`,
  article: () => `/article/${encodeURIComponent(pick(pick(known).articles).id)}`,
  "what changed in an article": () => `/article/${encodeURIComponent(pick(pick(edited).edits).to)}?changes`,
  "mending a mention": () => `/mention/${pick(pick(pick(withClaims).claims).mentions).id}`,
  speaker: () => `/speaker/${encodeURIComponent(pick(speakers))}`,
  search: () => `/search?q=${encodeURIComponent(pick(pick(withClaims).claims).gist.split(/\W+/).filter((word) => word.length > 5)[0] ?? "minister")}`,
  decisions: () => "/decisions",
  corrections: () => "/corrections",
  watched: () => "/watched",
  add: () => "/add",
  keys: () => "/keys",
  account: () => "/account",
  upkeep: () => "/upkeep",
  "write to us": () => "/corrections/write",
  "a story as JSON": () => `/story/${encodeURIComponent(pick(known).id)}.json`,
  "stories as a feed": () => "/stories.atom",
};

const quantile = (times, share) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))];
console.log(`${stories.length} stories; milliseconds at ${RATE} requests a second`);
console.log("page".padEnd(28), "median".padStart(8), "95 %".padStart(8), "slowest".padStart(8));
for (const [name, address] of Object.entries(pages)) {
  const times = [];
  const failed = [];
  const asked = [];
  for (let number = 0; number < RATE * SECONDS; number++) {
    const at = address();
    const start = performance.now();
    asked.push(fetch(desk + at).then(async (answer) => {
      await answer.text();
      times.push(performance.now() - start);
      if (!answer.ok) failed.push(`${answer.status} ${at}`);
    }));
    await new Promise((go) => setTimeout(go, 1000 / RATE));
  }
  await Promise.all(asked);
  const told = [0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(1).padStart(8));
  console.log(name.padEnd(28), ...told, failed.length ? `${failed.length} failed: ${failed[0]}` : "");
}
