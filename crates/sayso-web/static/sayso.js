// Corrections by readers: choose words, press Ctrl+Enter (Cmd+Enter), say what is wrong.
//
//   <script src="https://desk.example/sayso.js" defer></script>
//
// Nothing is asked of the network before the reader sends; nothing is stored; all text is text. A site's own policy needs
// `script-src` and `connect-src` with the desk's address. `data-desk` names another desk than the one the script is from.
(() => {
  "use strict";

  const script = document.currentScript;
  const desk = new URL(script?.dataset.desk ?? script?.src ?? location.href).origin;

  /* How much of the page is sent around the chosen words, and how long they may be. */
  const AROUND = 64;
  const LONGEST = 2000;

  const KINDS = ["typo", "correction", "clarification", "retraction"];

  const STYLE = `
    :host { all: initial; }
    * { box-sizing: border-box; font: 15px/1.4 system-ui, sans-serif; color: #17191c; }
    button { background: #fdfdfb; border: 1px solid #8d9397; border-radius: 2px; padding: 8px 12px; min-height: 44px; cursor: pointer; }
    button:focus-visible, input:focus-visible, textarea:focus-visible { outline: 3px solid #1b499c; outline-offset: 2px; }
    button.go { background: #1b499c; border-color: #1b499c; color: #fdfdfb; }
    .offer { position: absolute; z-index: 2147483646; box-shadow: 0 2px 8px rgb(0 0 0 / .2); }
    dialog { position: absolute; z-index: 2147483647; margin: 0; width: min(30rem, calc(100vw - 16px)); background: #fdfdfb;
      border: 1.5px solid #1b499c; border-radius: 3px; padding: 16px; box-shadow: 0 6px 24px rgb(0 0 0 / .14); }
    h2 { font-weight: 600; margin: 0 0 12px; }
    fieldset { border: 0; padding: 0; margin: 0 0 12px; display: flex; flex-wrap: wrap; gap: 0 16px; }
    fieldset label { display: inline-flex; gap: 8px; align-items: center; min-height: 32px; }
    .field { display: block; font-weight: 600; margin-bottom: 4px; }
    textarea { width: 100%; border: 1px solid #8d9397; border-radius: 2px; padding: 8px; margin-bottom: 12px; background: #fdfdfb; resize: vertical; }
    .acts { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }
    .said { margin: 12px 0 0; } .said:empty { margin: 0; }
    legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    @media (prefers-color-scheme: dark) {
      * { color: #e8e6e1; } button, dialog, textarea { background: #15171a; } button.go { background: #94b6ff; border-color: #94b6ff; color: #15171a; } dialog { border-color: #94b6ff; }
    }`;

  /** An element with properties and children; no markup is ever parsed. */
  function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  const host = make("sayso-corrections");
  const shadow = host.attachShadow({ mode: "closed" });
  // A sheet made here needs no leave of the site's policy for inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  const offer = make("button", { className: "offer", type: "button", textContent: "Correct this", hidden: true });
  shadow.append(offer);

  /* The words that a reader chose. */

  const isShown = (node) => !node.parentElement?.closest("script, style, noscript, template, sayso-corrections");

  /** The text of an element with the place of each of its text nodes. */
  function textOf(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    let block = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!isShown(node)) continue;
      const parent = node.parentElement?.closest("p, div, li, h1, h2, h3, h4, h5, h6, td, th, figcaption, blockquote, section, article, aside");
      if (block && parent !== block && !/\s$/.test(text) && !/^\s/.test(node.data)) text += "\n";
      block = parent;
      nodes.push({ node, at: text.length });
      text += node.data;
    }
    return { text, nodes };
  }

  /** Where a boundary of the selection stands in the text. */
  function placed({ text, nodes }, container, offset) {
    if (container.nodeType === Node.TEXT_NODE) {
      const found = nodes.find(({ node }) => node === container);
      return found ? found.at + offset : null;
    }
    const mark = document.createRange();
    mark.setStart(container, offset);
    const next = nodes.find(({ node }) => mark.comparePoint(node, 0) >= 0);
    return next ? next.at : text.length;
  }

  function chosen() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const inside = range.commonAncestorContainer;
    const element = inside instanceof Element ? inside : inside.parentElement;
    if (!element || element.closest("input, textarea, [contenteditable]")) return null;
    const root = element.closest("article, [itemprop=articleBody], main") ?? document.body;
    const whole = textOf(root);
    const [start, end] = [placed(whole, range.startContainer, range.startOffset), placed(whole, range.endContainer, range.endOffset)];
    if (start === null || end === null || end <= start) return null;
    const raw = whole.text.slice(start, end);
    const exact = raw.trim();
    if (!exact || exact.length > LONGEST) return null;
    const begins = start + raw.indexOf(exact);
    return {
      exact,
      prefix: cut(whole.text.slice(Math.max(0, begins - AROUND), begins)),
      suffix: cut(whole.text.slice(begins + exact.length, begins + exact.length + AROUND)),
      // Counted in code points, not in halves of them.
      start: [...whole.text.slice(0, begins)].length,
      end: [...whole.text.slice(0, begins + exact.length)].length,
      range: range.cloneRange(),
    };
  }

  /** Without half of a sign at either end. */
  const cut = (text) => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");

  /** The page's own address: the canonical one, where it is of this site. */
  function address() {
    const canonical = document.querySelector("link[rel=canonical]")?.href;
    const url = new URL(canonical && new URL(canonical).host === location.host ? canonical : location.href);
    url.hash = "";
    return url.href;
  }

  /** When the page says that it was last changed, or published. */
  function dated() {
    const told = document.querySelector('meta[property="article:modified_time"], meta[itemprop=dateModified], time[itemprop=dateModified]');
    const linked = [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent.match(/"dateModified"\s*:\s*"([^"]+)"/)?.[1]).find(Boolean);
    const published = document.querySelector('meta[property="article:published_time"]');
    const date = new Date(told?.content ?? told?.dateTime ?? linked ?? published?.content ?? NaN);
    return isNaN(date) ? null : date.toISOString();
  }

  /** The passage as the W3C Web Annotation model has it. */
  function target({ exact, prefix, suffix, start, end }) {
    const selector = [{ type: "TextQuoteSelector", exact, prefix, suffix }, { type: "TextPositionSelector", start, end }];
    const sourceDate = dated();
    return { source: address(), selector, ...(sourceDate && { state: { type: "TimeState", sourceDate } }) };
  }

  /* The bubble. */

  let bubble = null;

  function open(passage) {
    if (!passage || bubble) return;
    const back = document.activeElement;
    const kinds = KINDS.map((kind) => {
      const input = make("input", { type: "radio", name: "kind", value: kind, checked: kind === "correction" });
      return make("label", {}, input, kind);
    });
    const wording = make("textarea", { rows: 2, maxLength: 4000, id: "wording" });
    const reason = make("textarea", { rows: 3, maxLength: 4000, id: "reason" });
    const send = make("button", { className: "go", type: "submit", textContent: "Send to the desk" });
    const cancel = make("button", { type: "button", textContent: "Cancel" });
    const said = make("p", { className: "said" });
    said.setAttribute("role", "status");
    const short = passage.exact.length > 80 ? `${passage.exact.slice(0, 79)}…` : passage.exact;
    const form = make("form", {},
      make("h2", { id: "title", textContent: `Correct “${short}”` }),
      make("fieldset", {}, make("legend", { textContent: "Kind" }), ...kinds),
      make("label", { className: "field", htmlFor: "wording", textContent: "Better wording" }), wording,
      make("label", { className: "field", htmlFor: "reason", textContent: "Why, and how you know" }), reason,
      make("div", { className: "acts" }, send, cancel, make("span", { textContent: "No name needed." })), said);
    const dialog = make("dialog", {}, form);
    dialog.setAttribute("aria-labelledby", "title");
    bubble = { dialog, back };
    offer.hidden = true;
    shadow.append(dialog);
    dialog.show();
    beside(dialog, passage.range);
    wording.focus();
    cancel.addEventListener("click", close);
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.preventDefault(); close(); }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); }
      event.stopPropagation();
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      send.disabled = true;
      said.textContent = "Sending…";
      try {
        const kind = form.elements.kind.value;
        const outcome = await sent({ target: target(passage), kind, wording: wording.value, reason: reason.value });
        const link = make("a", { href: outcome, target: "_blank", rel: "noreferrer", textContent: "See later what became of it" });
        form.replaceChildren(make("h2", { id: "title", textContent: "Thank you. The desk has it." }), make("p", {}, link), make("div", { className: "acts" }, cancel));
        cancel.textContent = "Close";
        cancel.focus();
      } catch (error) {
        said.textContent = error.message;
        send.disabled = false;
      }
    });
  }

  function close() {
    bubble?.dialog.remove();
    const back = bubble?.back;
    bubble = null;
    back?.focus?.();
  }

  /** Beneath the chosen words, inside the window. */
  function beside(element, range) {
    const box = range.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - element.offsetWidth - 8));
    element.style.left = `${left + scrollX}px`;
    element.style.top = `${box.bottom + scrollY + 10}px`;
  }

  /* Sending. */

  async function asked(path, options) {
    let answer;
    try {
      answer = await fetch(desk + path, { mode: "cors", credentials: "omit", referrerPolicy: "origin", ...options });
    } catch {
      throw new Error("The desk could not be reached. Please try again later.");
    }
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(told.error ?? "The desk could not take it. Please try again later.");
    return told;
  }

  async function sent(correction) {
    const { challenge, bits } = await asked("/corrections/challenge");
    const { target: { source, selector: [quote, place], state }, kind, wording, reason } = correction;
    const content = [source, kind, quote.exact, quote.prefix, quote.suffix, place.start, state?.sourceDate ?? "", wording, reason].join("\n");
    const answer = await worked(challenge, bits, content);
    // As plain text the browser sends it without asking first; the desk reads it as JSON.
    const body = JSON.stringify({ ...correction, challenge, answer });
    const { outcome } = await asked("/corrections/submit", { method: "POST", headers: { "content-type": "text/plain" }, body });
    return desk + outcome;
  }

  /** An answer whose hash begins with so many zero bits; the page stays awake meanwhile. */
  async function worked(challenge, bits, content) {
    const encoder = new TextEncoder();
    const hex = (hash) => Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
    const about = hex(sha256(encoder.encode(content)));
    for (let tried = 0; ; tried++) {
      const hash = sha256(encoder.encode(`${challenge}\n${tried}\n${about}`));
      if (hash[0] >>> (32 - bits) === 0) return String(tried);
      if (tried % 2000 === 1999) await new Promise((go) => setTimeout(go));
    }
  }

  /* SHA-256 (FIPS 180-4): the browser's own is not there on pages without TLS, and waits a turn for each of 65,000 hashes. */
  const roots = (count, power) => {
    const found = [];
    for (let number = 2; found.length < count; number++) {
      if (found.every(({ prime }) => number % prime)) found.push({ prime: number, bits: ((number ** power % 1) * 2 ** 32) | 0 });
    }
    return found.map(({ bits }) => bits);
  };
  const INITIAL = Int32Array.from(roots(8, 1 / 2));
  const ROUND = Int32Array.from(roots(64, 1 / 3));
  const turned = (word, by) => (word >>> by) | (word << (32 - by));

  function sha256(bytes) {
    const length = Math.ceil((bytes.length + 9) / 64) * 64;
    const padded = new Uint8Array(length);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
    view.setUint32(length - 4, (bytes.length << 3) >>> 0);
    const state = Int32Array.from(INITIAL);
    const words = new Int32Array(64);
    for (let block = 0; block < length; block += 64) {
      for (let t = 0; t < 16; t++) words[t] = view.getInt32(block + 4 * t);
      for (let t = 16; t < 64; t++) {
        const a = words[t - 15];
        const b = words[t - 2];
        words[t] = words[t - 16] + (turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)) + words[t - 7] + (turned(b, 17) ^ turned(b, 19) ^ (b >>> 10));
      }
      let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
      for (let t = 0; t < 64; t++) {
        const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[t] + words[t]) | 0;
        const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0;
        d = c; c = b; b = a; a = (one + two) | 0;
      }
      state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
    }
    return state;
  }

  /* Keys and touch. */

  addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const passage = chosen();
    if (passage) { event.preventDefault(); open(passage); }
  });

  let later = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(later);
    later = setTimeout(() => {
      const passage = bubble ? null : chosen();
      offer.hidden = !passage;
      if (passage) beside(offer, passage.range);
    }, 250);
  });
  // A press on the button must not take the selection away.
  offer.addEventListener("pointerdown", (event) => event.preventDefault());
  offer.addEventListener("click", () => open(chosen()));

  document.body.append(host);
})();
