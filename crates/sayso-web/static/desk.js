// Keys, copying, live updates. Everything works without this file, by links and buttons.
"use strict";

const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

/* The items of a page that j and k step through. */
const items = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.checkVisibility());
let current = null;

function step(forward) {
  const all = items();
  if (!all.length) return;
  const at = all.indexOf(current);
  const next = at < 0 ? (forward ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + (forward ? 1 : -1)));
  current?.classList.remove("now");
  current = all[next];
  current.classList.add("now");
  current.scrollIntoView({ block: "nearest" });
  const link = current.querySelector("a[href]");
  (link ?? current).focus({ preventScroll: true });
}

/* g and a letter go to a part of the desk. */
const places = { s: "/", d: "/decisions", w: "/watched", a: "/add" };
let waiting = false;

function press(key) {
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((found) => found.checkVisibility());
  if (!target) return false;
  if (target.matches("summary")) {
    chosen();
    target.parentElement.open = true;
    target.parentElement.querySelector("textarea").focus();
    return true;
  }
  if (target.matches("a[href^='#']")) {
    const details = document.querySelector(target.getAttribute("href"));
    if (details instanceof HTMLDetailsElement) details.open = true;
    details?.querySelector("select, input, button")?.focus();
    return true;
  }
  target.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  const key = event.key;
  if (waiting) {
    waiting = false;
    if (places[key]) {
      location.href = places[key];
      event.preventDefault();
      return;
    }
  }
  if (key === "g") waiting = true;
  else if (key === "j" || key === "k") step(key === "j");
  else if (key === "/") document.querySelector("#words, #q")?.focus();
  else if (key === "?") location.href = "/keys";
  else if (!/^[a-z]$/.test(key) || !press(key)) return;
  event.preventDefault();
});

/* Words chosen in an article go into the form for a claim that was missed, without the numbers and marks among them. */
const missed = document.getElementById("missed");
function chosen() {
  const selection = getSelection();
  if (!missed || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const within = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-paragraph]");
  const part = range.cloneContents();
  part.querySelectorAll("a, sup, svg, del, [aria-hidden]").forEach((mark) => mark.remove());
  missed.querySelector("[data-chosen=words]").value = part.textContent.trim();
  missed.querySelector("[data-chosen=paragraph]").value = within(range.startContainer)?.dataset.paragraph ?? "";
}

/* A claim with its footnote. */
for (const button of document.querySelectorAll("[data-copies]")) {
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl C to copy";
    }
  });
}

/* Links to parts of a closed list open it. */
function opened() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", opened);
opened();

/* Files that are dropped anywhere on a page with a field for them are put into it; nothing is sent before the button. */
const files = document.querySelector("input[type=file]");
if (files) {
  const holds = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    files.closest(".drop")?.classList.add("over");
  });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) files.closest(".drop")?.classList.remove("over"); });
  addEventListener("drop", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    files.closest(".drop")?.classList.remove("over");
    files.files = event.dataTransfer.files;
    files.focus();
  });
}

/* The page says so when the ledger has changed; it never changes under a reader's eyes. It asks shortly and holds nothing
   open: the connections of a browser are few, and pages that nobody sees, or that are kept for going back, ask nothing. */
const live = document.querySelector(".live");
if (live) {
  const often = 5_000, seldom = 60_000, patience = 10_000;
  const made = { headers: { "If-None-Match": `"${document.body.dataset.change}"` }, cache: "no-store" };
  let wait = often, timer, asking;

  const rest = () => {
    clearTimeout(timer);
    asking?.abort();
    timer = asking = undefined;
  };
  // Not all pages at the same moment.
  const later = () => { timer = setTimeout(ask, wait * (0.8 + 0.4 * Math.random())); };
  const ask = async () => {
    const mine = asking = new AbortController();
    const timeout = setTimeout(() => mine.abort(), patience);
    let status = 0;
    try {
      ({ status } = await fetch("/change.json", { ...made, signal: mine.signal }));
    } catch { /* The desk is not there now. */ }
    clearTimeout(timeout);
    if (asking !== mine) return;
    if (status === 200) live.hidden = false;
    // What was told need not be told again; who is signed out is told nothing.
    if (status === 200 || status === 401) return;
    wait = status === 304 ? often : Math.min(2 * wait, seldom);
    later();
  };
  const go = (at) => {
    rest();
    if (!document.hidden && live.hidden) at();
  };
  document.addEventListener("visibilitychange", () => go(ask));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", (event) => go(event.persisted ? ask : later));
}
