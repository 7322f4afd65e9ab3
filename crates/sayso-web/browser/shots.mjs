// The pictures of the README: `npm run shots`.
import path from "node:path";
import { openBrowser, openDesk } from "./desk.mjs";

const folder = path.resolve(import.meta.dirname, "../../../docs/images");
const browser = await openBrowser();
const desk = await openDesk();
const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: "light" });
const { stories } = await desk.json("/stories.json");
const most = stories.reduce((most, story) => (story.claims > most.claims ? story : most));
const story = await desk.json(`/story/${most.id}.json`);
const pictures = { story: `/story/${most.id}`, article: `/article/${story.edits[0].to}?changes` };
for (const [name, address] of Object.entries(pictures)) {
  await page.goto(desk.address + address);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
await browser.close();
desk.close();
