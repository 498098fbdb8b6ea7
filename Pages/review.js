"use strict";
// One item at a time, judged by keyboard. On a sheet all that is said stays in this browser until it is saved as a file. From a
// server, each judgement goes there at once (`saves` is the address), and this browser keeps drafts alone. Either way a closed
// tab loses nothing.
const { key, person, saves, done } = document.body.dataset;
const storeName = `secucogen review ${key}`;
const items = [...document.querySelectorAll(".item")];
const byId = id => document.getElementById(id);
const form = byId("judgement");
const fields = [...new Set([...form.elements].map(field => field.name).filter(Boolean))];
const isSheet = saves === undefined;
let current = 0;

const say = text => { byId("message").textContent = text; };

function stored() {
  try {
    return JSON.parse(localStorage.getItem(storeName)) ?? { items: {}, order: [] };
  } catch {
    return { items: {}, order: [] };
  }
}

// Another tab may have written since: each change starts from what is stored now.
function change(body) {
  const state = stored();
  body(state);
  try {
    localStorage.setItem(storeName, JSON.stringify(state));
  } catch {
    say(isSheet ? "This browser keeps nothing: save the file before you close the tab." : "This browser keeps no drafts.");
  }
  show(state);
}
const entry = (state, id) => (state.items[id] ??= { draft: {}, seconds: 0 });

function values() {
  const data = new FormData(form);
  return Object.fromEntries(fields.map(name => [name, String(data.get(name) ?? "")]));
}

function fill(draft) {
  form.reset();
  for (const name of fields) if (draft[name]) form.elements[name].value = draft[name];
  mark();
}

/** `3, 7-9` as numbers; null for anything else, or a line that there is not. */
function numbers(text, most) {
  const found = new Set();
  for (const part of text.split(",").map(one => one.trim()).filter(Boolean)) {
    const match = part.match(/^(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?$/);
    if (!match) return null;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (from < 1 || to > most || from > to) return null;
    for (let line = from; line <= to; line++) found.add(line);
  }
  return [...found].sort((a, b) => a - b);
}

const linesOf = item => numbers(form.elements.lines?.value ?? "", Number(item.dataset.lines));

function mark() {
  const item = items[current];
  const lines = new Set(linesOf(item) ?? []);
  item.querySelectorAll(".code .line").forEach((line, index) => line.classList.toggle("marked", lines.has(index + 1)));
}

function show(state) {
  const judged = items.filter(item => state.items[item.dataset.item]?.judgement).length;
  byId("count").textContent = `${judged} of ${items.length} judged`;
  byId("progress").value = judged;
}

/** What was judged, as the form has it. */
const asDraft = judgement => Object.fromEntries(
  Object.entries(judgement ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : String(value)]));

function go(place) {
  if (!items.length) return;
  items[current].hidden = true;
  current = Math.max(0, Math.min(items.length - 1, place));
  items[current].hidden = false;
  const known = stored().items[items[current].dataset.item];
  fill(known?.draft?.verdict || !known?.judgement ? known?.draft ?? {} : asDraft(known.judgement));
  showTrial(known?.trial ?? "");
  scrollTo(0, 0);
  byId("main").focus();
}

function next(state) {
  for (let step = 1; step <= items.length; step++) {
    const place = (current + step) % items.length;
    if (!state.items[items[place].dataset.item]?.judgement) return place;
  }
  return null;
}

async function ask(address, body) {
  try {
    const reply = await fetch(address, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
    return reply.ok ? reply : { error: (await reply.text()).trim() || `the server says ${reply.status}` };
  } catch {
    return { error: "the server cannot be reached; what you wrote is kept here" };
  }
}

// One at a time, in the order in which they are said: a late one must not overturn what was said after it.
let sending = false;
async function send(body) {
  if (isSheet) return true;
  if (sending) {
    say("Still saving what was said before: submit once more.");
    return false;
  }
  sending = true;
  const { error } = await ask(saves, body);
  sending = false;
  if (error) say(`Not saved: ${error}.`);
  return !error;
}

form.addEventListener("input", () => {
  const draft = values();
  change(state => { entry(state, items[current].dataset.item).draft = draft; });
  mark();
});

function judgementOf(item, said, lines) {
  const judgement = { item };
  for (const name of fields) {
    if (name === "lines") judgement.lines = lines;
    else if (said[name].trim()) judgement[name] = name === "confidence" ? Number(said[name]) : said[name];
  }
  return judgement;
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  const said = values();
  const item = items[current].dataset.item;
  const lines = linesOf(items[current]);
  if (!said.verdict) return say("Choose a verdict first.");
  if (!lines) return say("Lines: numbers of this program, such as 3, 7-9.");
  if ("reason" in said && !said.reason) return say("Choose a reason.");
  const judgement = judgementOf(item, said, lines);
  const seconds = "lines" in judgement ? { seconds: stored().items[item]?.seconds ?? 0 } : {};
  if (!await send({ ...judgement, ...seconds })) return;
  say("");
  change(state => {
    const one = entry(state, item);
    one.draft = said;
    one.judgement = judgement;
    state.order = [...state.order.filter(id => id !== item), item];
  });
  const place = next(stored());
  if (place === null) say(done);
  else go(place);
});

async function undo() {
  const last = stored().order.at(-1);
  if (last === undefined || !await send({ item: last, verdict: null })) return;
  change(state => {
    delete entry(state, last).judgement;
    state.order = state.order.filter(id => id !== last);
  });
  say("The last judgement was taken back.");
  const place = items.findIndex(item => item.dataset.item === last);
  if (place >= 0) go(place);
}

// Time counts while somebody is there: the page in sight, and a key, a click or a movement within the last minute.
const idleAfter = 60_000;
let active = Date.now();
for (const kind of ["keydown", "pointerdown", "pointermove", "scroll"]) {
  addEventListener(kind, () => { active = Date.now(); }, { passive: true });
}
setInterval(() => {
  if (document.hidden || Date.now() - active > idleAfter || !items.length) return;
  change(state => { entry(state, items[current].dataset.item).seconds += 1; });
}, 1000);

// Trying a program, where a server can run it.
const trial = byId("trial");
function showTrial(text) {
  if (!trial) return;
  byId("trial-input").value = text;
  byId("trial-output").textContent = "";
}
async function runTrial() {
  const item = items[current].dataset.item;
  byId("trial-output").textContent = "running …";
  const reply = await ask(trial.dataset.address, { item, input: byId("trial-input").value });
  if (items[current].dataset.item !== item) return;
  const result = reply.error ? { output: "", ending: `Not run: ${reply.error}.` } : await reply.json();
  byId("trial-output").textContent = [result.output, result.ending].filter(Boolean).join("\n") || "(it printed nothing)";
}
trial?.addEventListener("submit", event => {
  event.preventDefault();
  runTrial();
});
trial?.addEventListener("input", () => {
  const text = byId("trial-input").value;
  change(state => { entry(state, items[current].dataset.item).trial = text; });
});

document.addEventListener("keydown", event => {
  if (document.querySelector("dialog[open]")) return;
  const isTyping = event.target.matches("textarea, input:not([type=radio])");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    return (event.target.closest("#trial") ?? form).requestSubmit();
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const action = {
    j: () => go(current + 1),
    k: () => go(current - 1),
    u: undo,
    g: () => byId("guidelines").showModal(),
    "?": () => byId("keys").showModal(),
    t: () => { if (trial) byId("trial-input").focus(); else return true; },
    Enter: () => { if (!event.target.matches("button, summary, a")) form.requestSubmit(); else return true; },
  }[event.key] ?? chosen(event.key);
  if (action && action() !== true) event.preventDefault();
});

/** Digits choose a verdict; where there are reasons, letters choose one. */
function chosen(letter) {
  const choice = form.querySelector(`[data-key="${CSS.escape(letter)}"]`);
  if (!choice) return undefined;
  return () => {
    choice.checked = true;
    form.dispatchEvent(new Event("input"));
  };
}

document.addEventListener("click", event => {
  const line = event.target.closest(".item .code .no")?.closest(".line");
  const field = form.elements.lines;
  if (!line || !field) return;
  const place = [...line.parentNode.children].indexOf(line) + 1;
  const lines = new Set(linesOf(items[current]) ?? []);
  if (!lines.delete(place)) lines.add(place);
  field.value = [...lines].sort((a, b) => a - b).join(", ");
  form.dispatchEvent(new Event("input"));
});

byId("back").addEventListener("click", () => go(current - 1));
byId("forward").addEventListener("click", () => go(current + 1));
byId("guidelines-button").addEventListener("click", () => byId("guidelines").showModal());
byId("keys-button").addEventListener("click", () => byId("keys").showModal());
byId("save")?.addEventListener("click", () => {
  const state = stored();
  const lines = items.map(item => state.items[item.dataset.item]).filter(one => one?.judgement)
    .map(one => JSON.stringify({ ...one.judgement, seconds: one.seconds }) + "\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
  link.download = `judgements-${person.replace(/[^\w.-]/g, "_")}.jsonl`;
  link.click();
  URL.revokeObjectURL(link.href);
  say(`${lines.length} judgements saved as ${link.download}.`);
});
addEventListener("storage", event => { if (event.key === storeName) show(stored()); });

// What the server has counts, whichever browser it was said in.
async function fetchJudgements() {
  if (isSheet) return;
  try {
    const reply = await fetch(saves);
    if (!reply.ok) return say((await reply.text()).trim());
    const judgements = await reply.json();
    change(state => {
      for (const one of Object.values(state.items)) delete one.judgement;
      for (const judgement of judgements) {
        const one = entry(state, judgement.item);
        one.judgement = judgement;
        one.seconds = Math.max(one.seconds, judgement.seconds ?? 0);
      }
      state.order = judgements.map(one => one.item);
    });
  } catch {
    say("The server cannot be reached.");
  }
}

async function start() {
  await fetchJudgements();
  const state = stored();
  show(state);
  if (!items.length) {
    form.hidden = true;
    if (trial) trial.hidden = true;
    return say("There is nothing to judge.");
  }
  const first = items.findIndex(item => !state.items[item.dataset.item]?.judgement);
  go(first < 0 ? 0 : first);
}
start();
