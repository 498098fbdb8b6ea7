// Keys, sorting, lists that narrow without a server, and runs that grow. Every page reads the same without it.
"use strict";

const body = document.body;
const help = document.getElementById("help");

// Tables of the report sort by a click on a heading; averages stay at the end.
function makeSortable(root) {
  for (const head of root.querySelectorAll("table:not(.list):not(.diff) thead tr:last-child th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") === "descending";
      for (const other of head.parentNode.children) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const table = head.closest("table").tBodies[0];
      const key = row => {
        const cell = row.cells[head.cellIndex];
        return cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v);
      };
      const order = (a, b) => typeof a !== typeof b ? (typeof a === "string") - (typeof b === "string")
        : typeof a === "string" ? b.localeCompare(a) : b - a;
      const isAverage = row => row.classList.contains("average");
      const rows = [...table.rows].filter(row => !isAverage(row)).sort((a, b) => order(key(a), key(b)));
      table.append(...(up ? rows.reverse() : rows), ...[...table.rows].filter(isAverage));
    });
  }
}

// Keys
const rows = () => [...document.querySelectorAll("main .list tbody tr")].filter(row => !row.hidden && row.querySelector("a"));
function move(step) {
  const link = document.querySelector(step > 0 ? "main a[rel=next]" : "main a[rel=prev]");
  const list = rows();
  const isList = location.pathname.endsWith("attempts.html") || location.pathname.endsWith("samples.html");
  if (!isList) {
    if (link) link.click();
    return;
  }
  const place = list.findIndex(row => row.classList.contains("here"));
  const next = list[Math.max(0, Math.min(list.length - 1, place + step))];
  if (!next) return;
  if (place >= 0) list[place].classList.remove("here");
  next.classList.add("here");
  const target = next.querySelector("a");
  target.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const isTyping = event.target.matches("input:not([type=hidden]), select, textarea");
  if (isTyping) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const action = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => {
      const search = document.querySelector("input[type=search]");
      if (search) search.focus(); else document.querySelector("header a[href$='attempts.html']").click();
    },
    u: () => document.querySelector("main a[rel=up]")?.click(),
    "?": () => help.showModal(),
  }[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});
const helpButton = document.getElementById("help-button");
helpButton.hidden = false;
helpButton.addEventListener("click", () => help.showModal());

// Filters take effect as they are chosen. The page listens, since a page that grows gets a new form.
document.addEventListener("change", event => {
  if (event.target.matches("#filter select")) event.target.form.requestSubmit();
});
document.addEventListener("submit", event => {
  if (event.target.id !== "filter") return;
  // An address says only what narrows the list.
  const query = new URLSearchParams([...new FormData(event.target)].filter(([, value]) => value !== ""));
  event.preventDefault();
  const address = `attempts.html${query.size ? `?${query}` : ""}`;
  if ("static" in body.dataset) {
    history.pushState(null, "", address);
    narrow();
  } else {
    location.assign(address);
  }
});

// In a bundle the whole list is in the page. Only so many rows are shown at once: thousands take seconds to lay out.
const rowsAtOnce = 200;
let most = 0;
const more = document.createElement("button");
function narrow(limit = rowsAtOnce) {
  most = limit;
  const query = new URLSearchParams(location.search);
  for (const field of document.getElementById("filter").elements) if (field.name) field.value = query.get(field.name) ?? "";
  const list = document.querySelector(".list tbody");
  const words = (query.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const samples = new Set((query.get("samples") ?? "").split(",").filter(Boolean));
  const attempts = Number(query.get("attempts") ?? 0);
  const counts = new Map();
  const all = [...list.rows];
  const fitting = new Set();
  for (const row of all) {
    const data = row.dataset;
    const fits = ["run", "task", "type", "judged", "cause"].every(name => !query.get(name) || data[name] === query.get(name))
      && (!attempts || Number(data.attempts) <= attempts) && (!samples.size || samples.has(data.samples));
    const text = fits && words.length ? [1, 2, 4, 5, 7].map(cell => row.cells[cell].textContent).join(" ").toLowerCase() : "";
    if (!fits || !words.every(word => text.includes(word))) continue;
    fitting.add(row);
    counts.set(data.judged, (counts.get(data.judged) ?? 0) + 1);
  }
  document.getElementById("count").textContent = fitting.size;
  document.getElementById("announcement").textContent = `${fitting.size} attempts`;
  document.getElementById("shares").textContent = [...counts].map(([name, number]) => `${number} ${name}`).join(", ");
  const sort = query.get("sort") ?? "";
  const name = sort.replace("-", "");
  const value = { judged: row => row.dataset.judged, cause: row => row.dataset.cause, codebleu: row => Number(row.dataset.codebleu) }[name]
    ?? (row => Number(row.dataset.place));
  const order = (a, b) => typeof value(a) === "string" ? value(a).localeCompare(value(b)) : value(a) - value(b);
  const sorted = [...all].sort((a, b) => order(a, b) || a.dataset.place - b.dataset.place);
  if (sort.startsWith("-")) sorted.reverse();
  let shown = 0;
  for (const row of sorted) row.hidden = !fitting.has(row) || ++shown > most;
  if (sorted.some((row, place) => row !== all[place])) list.append(...sorted);
  more.hidden = fitting.size <= most;
  more.textContent = `Show ${Math.min(rowsAtOnce, fitting.size - most)} more of ${fitting.size - most}`;
  for (const link of document.querySelectorAll("a[data-order]")) {
    const isSorted = link.dataset.order === (name || "sample");
    link.closest("th").setAttribute("aria-sort", !isSorted ? "none" : sort.startsWith("-") ? "descending" : "ascending");
    const next = new URLSearchParams(query);
    next.set("sort", isSorted && !sort.startsWith("-") ? `-${link.dataset.order}` : link.dataset.order);
    link.href = `attempts.html?${next}`;
  }
}
if (document.getElementById("filter") && "static" in body.dataset) {
  more.type = "button";
  more.addEventListener("click", () => narrow(most + rowsAtOnce));
  document.querySelector(".list").parentNode.after(more);
  [...document.querySelectorAll(".list tbody tr")].forEach((row, place) => { row.dataset.place = place; });
  document.addEventListener("click", event => {
    const link = event.target.closest("a[data-order], #filter a");
    if (!link) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    narrow();
  });
  addEventListener("popstate", () => narrow());
  narrow();
}

// A run that is being made grows on the page.
async function look() {
  if (document.hidden) return;
  try {
    const version = await (await fetch(body.dataset.live, { cache: "no-store" })).text();
    if (version === body.dataset.version) return;
    const page = new DOMParser().parseFromString(await (await fetch(location.href, { cache: "no-store" })).text(), "text/html");
    const now = document.getElementById("main");
    // What the reader has opened or is typing stays.
    if (now.contains(document.activeElement) && document.activeElement.matches("input, select")) return;
    const open = [...now.querySelectorAll("details")].map(one => one.open);
    const fresh = page.getElementById("main");
    [...fresh.querySelectorAll("details")].forEach((one, index) => { if (index < open.length) one.open = open[index]; });
    now.replaceChildren(...fresh.childNodes);
    makeSortable(now);
    body.dataset.version = version;
  } catch {
    // The server has ended: the page stays as it is.
  }
}
if (body.dataset.live) setInterval(look, 2000);

makeSortable(document);
