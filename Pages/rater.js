"use strict";
// What was said stays in this browser until the file is saved: a closed tab loses nothing.
const { review, rater } = document.body.dataset;
const storeName = `secucogen review ${review} ${rater}`;
const items = [...document.querySelectorAll(".item")];
const form = document.getElementById("judgement");
const byId = id => document.getElementById(id);
const fields = ["verdict", "confidence", "lines", "input", "note"];
let current = 0;

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
    byId("message").textContent = "This browser keeps nothing: save the file before you close the tab.";
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
  for (const name of fields) {
    const field = form.elements[name];
    if (draft[name]) field.value = draft[name];
  }
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

function mark() {
  const item = items[current];
  const lines = new Set(numbers(form.elements.lines.value, Number(item.dataset.lines)) ?? []);
  item.querySelectorAll(".code .line").forEach((line, index) => line.classList.toggle("marked", lines.has(index + 1)));
}

function show(state) {
  const judged = items.filter(item => state.items[item.dataset.item]?.judgement).length;
  byId("count").textContent = `${judged} of ${items.length} judged`;
  byId("progress").value = judged;
}

function go(place) {
  if (!items.length) return;
  items[current].hidden = true;
  current = Math.max(0, Math.min(items.length - 1, place));
  items[current].hidden = false;
  const known = stored().items[items[current].dataset.item];
  fill(known?.draft ?? {});
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

form.addEventListener("input", () => {
  const draft = values();
  change(state => { entry(state, items[current].dataset.item).draft = draft; });
  mark();
});

form.addEventListener("submit", event => {
  event.preventDefault();
  const said = values();
  const item = items[current].dataset.item;
  const lines = numbers(said.lines, Number(items[current].dataset.lines));
  if (!said.verdict || !lines) {
    byId("message").textContent = said.verdict ? "Lines: numbers of this program, such as 3, 7-9." : "Choose a verdict first.";
    return;
  }
  byId("message").textContent = "";
  change(state => {
    const one = entry(state, item);
    one.draft = said;
    one.judgement = { item, verdict: said.verdict, lines };
    if (said.confidence) one.judgement.confidence = Number(said.confidence);
    for (const name of ["input", "note"]) if (said[name].trim()) one.judgement[name] = said[name];
    state.order = [...state.order.filter(id => id !== item), item];
  });
  const place = next(stored());
  if (place === null) {
    byId("message").textContent = "All are judged. Save the judgements as a file and send it back.";
  } else {
    go(place);
  }
});

function undo() {
  const last = stored().order.at(-1);
  if (last === undefined) return;
  change(state => {
    delete entry(state, last).judgement;
    state.order = state.order.filter(id => id !== last);
  });
  byId("message").textContent = "The last judgement was taken back.";
  go(items.findIndex(item => item.dataset.item === last));
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

document.addEventListener("keydown", event => {
  if (document.querySelector("dialog[open]")) return;
  const isTyping = event.target.matches("textarea, input:not([type=radio])");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    return form.requestSubmit();
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
    Enter: () => { if (!event.target.matches("button, summary, a")) form.requestSubmit(); else return true; },
  }[event.key] ?? (/^[1-4]$/.test(event.key) ? () => {
    form.elements.verdict[Number(event.key) - 1].checked = true;
    form.dispatchEvent(new Event("input"));
  } : undefined);
  if (action && action() !== true) event.preventDefault();
});

document.addEventListener("click", event => {
  const line = event.target.closest(".item .code .no")?.closest(".line");
  if (!line) return;
  const place = [...line.parentNode.children].indexOf(line) + 1;
  const field = form.elements.lines;
  const lines = new Set(numbers(field.value, Number(items[current].dataset.lines)) ?? []);
  if (!lines.delete(place)) lines.add(place);
  field.value = [...lines].sort((a, b) => a - b).join(", ");
  form.dispatchEvent(new Event("input"));
});

byId("back").addEventListener("click", () => go(current - 1));
byId("forward").addEventListener("click", () => go(current + 1));
byId("guidelines-button").addEventListener("click", () => byId("guidelines").showModal());
byId("keys-button").addEventListener("click", () => byId("keys").showModal());
byId("save").addEventListener("click", () => {
  const state = stored();
  const lines = items.map(item => state.items[item.dataset.item]).filter(one => one?.judgement)
    .map(one => JSON.stringify({ ...one.judgement, seconds: one.seconds }) + "\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
  link.download = `judgements-${rater.replace(/[^\w.-]/g, "_")}.jsonl`;
  link.click();
  URL.revokeObjectURL(link.href);
  byId("message").textContent = `${lines.length} judgements saved as ${link.download}.`;
});
addEventListener("storage", event => { if (event.key === storeName) show(stored()); });

const state = stored();
show(state);
const first = items.findIndex(item => !state.items[item.dataset.item]?.judgement);
go(first < 0 ? 0 : first);
