// The page's state and what changes it: the feed's messages and the supervisor's choice.

import { byId, text } from "./dom.js";
import { follow, get } from "./feed.js";
import * as call from "./call.js";
import * as list from "./list.js";

const live = new Map();
const ended = new Map();
let selected = decodeURIComponent(location.hash.slice(1)) || null;
let chosen = Boolean(selected);
let detail = null;
let loading = null;
let held = [];
let drawing = false;

function redraw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    list.draw(live, ended, selected, choose);
    call.draw(detail);
  });
}

function choose(id) {
  chosen = true;
  history.replaceState(null, "", "#" + encodeURIComponent(id));
  open(id);
}

async function open(id) {
  selected = id;
  held = [];
  const mine = (loading = {});
  try {
    const found = await get("/api/calls/" + encodeURIComponent(id));
    if (mine !== loading) return;
    if (detail?.summary.call !== id) byId("chat").replaceChildren();
    detail = found;
  } catch {
    if (mine !== loading) return;
    detail = null;
    selected = null;
    chosen = false;
  }
  loading = null;
  const waiting = held;
  held = [];
  for (const message of waiting) take(message);
  suggest();
  redraw();
}

/** With nothing chosen the riskiest live call is shown, else the latest ended one. */
function suggest() {
  if (selected && (chosen || live.has(selected) || detail?.summary.phase === "ENDED")) return;
  const first = list.order(live.values())[0] ?? [...ended.values()].sort((a, b) => b.endedAt.localeCompare(a.endedAt))[0];
  if (first && first.call !== selected) open(first.call);
}

function take(message) {
  if (message.call !== selected) return;
  if (loading) { held.push(message); return; }
  if (!detail || message.seq <= detail.seq) return;
  if (message.seq > detail.seq + 1) { open(selected); return; }
  detail.seq = message.seq;
  detail.summary = message.summary ?? { ...detail.summary, ...(message.floor ? { floor: message.floor } : {}) };
  if (message.type === "partial") detail.partials[message.who] = message.text;
  if (message.type === "reply") detail.replies.push(message.ms);
  if (message.type === "entry") entry(message.entry);
  if (message.type === "ended") { detail.partials = {}; setTimeout(() => selected === message.call && open(selected), 1500); }
}

function entry(added) {
  const last = detail.entries.at(-1)?.sequence ?? 0;
  if (added.sequence > last) detail.entries.push(added);
  if (added.type === "CallerSaid") delete detail.partials.caller;
  if (added.type === "PersonSaid") delete detail.partials[added.body.who ?? "person"];
}

async function readEnded() {
  try {
    const answer = await get("/api/ended");
    ended.clear();
    for (const summary of answer.calls) ended.set(summary.call, summary);
    suggest();
    redraw();
  } catch { /* the next snapshot asks again */ }
}

function onMessage(message) {
  if (message.type === "snapshot") {
    live.clear();
    for (const summary of message.calls) live.set(summary.call, summary);
    readEnded();
    if (selected) open(selected);
    else suggest();
  } else if (message.type === "lost") {
    if (selected) open(selected);
  } else {
    const known = ended.has(message.call) ? ended : live;
    if (message.type === "ended") {
      live.delete(message.call);
      ended.set(message.call, message.summary);
    } else if (message.type === "started") {
      ended.delete(message.call);
      live.set(message.call, message.summary);
    } else if (message.summary) {
      known.set(message.call, message.summary);
    } else if (known.has(message.call)) {
      const call = known.get(message.call); // words or a change of floor: not silent
      known.set(message.call, { ...call, floor: message.floor ?? call.floor, activeAt: new Date().toISOString() });
    }
    take(message);
    suggest();
  }
  redraw();
}

function onLink(up) {
  byId("link").classList.toggle("up", up);
  text(byId("link-text"), up ? "Live" : "Reconnecting");
}

function theme() {
  const root = document.documentElement;
  const stored = localStorage.getItem("theme");
  if (stored) root.dataset.theme = stored;
  byId("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
}

theme();
list.arrows(document.querySelector("nav"));
call.draw(null);
follow(onMessage, onLink);
setInterval(() => {
  list.draw(live, ended, selected, choose);
  call.tick(detail);
}, 1000);
