// The transcript as a conversation.

import { h, keyed } from "./dom.js";
import * as words from "./words.js";

const UNSURE = 0.6;

function spoken(item) {
  if (item.who !== "ai" || item.whole !== false) return h("p", { class: "words" }, item.text);
  const heard = item.text.startsWith(item.heard) ? item.heard : "";
  return h("p", { class: "words" }, heard,
    h("del", { title: "Cut off: the caller did not hear this" }, item.text.slice(heard.length)));
}

function why(item) {
  if (item.who !== "ai" || !item.source) return null;
  return h("details", { class: "why" },
    h("summary", { "aria-label": "Why did the AI say this?" }, "why?"),
    h("p", {}, h("b", {}, words.source(item.source)), item.detail ? ": " + item.detail : ""));
}

function understood(item) {
  const read = item.understood;
  if (!read) return null;
  return h("p", { class: "read" }, words.sentence(read.intent), ` ${words.percent(read.confidence)}`,
    read.slots ? " · " + read.slots : "");
}

function said(item, seek) {
  const unsure = item.confidence !== undefined && item.confidence < UNSURE;
  return h("article", { class: `turn ${item.who}${unsure ? " unsure" : ""}` },
    h("header", {},
      h("b", {}, words.WHO[item.who] ?? item.who),
      item.at ? stamp(item, seek) : null,
      item.keyed ? h("span", { class: "tag" }, "keyed") : null,
      item.confidence !== undefined && !item.keyed
        ? h("span", { class: "tag", title: "How sure the recogniser is" }, words.percent(item.confidence)) : null,
      item.whole === false ? h("span", { class: "tag cut" }, "cut off") : null,
      item.who === "ai" && item.whole === null ? h("span", { class: "tag" }, "not yet heard") : null),
    spoken(item),
    why(item),
    understood(item));
}

function stamp(item, seek) {
  if (!item.seconds && item.seconds !== 0) return h("time", {}, words.clock(item.at));
  return h("button", { class: "seek", type: "button", title: "Play from here", onclick: () => seek(item.seconds) },
    words.clock(item.at));
}

function pairs(fields) {
  return Object.entries(fields ?? {}).map(([name, value]) =>
    h("span", { class: "pair" }, h("i", {}, name), " ", String(value)));
}

function tool(item) {
  const mark = { ok: "✓", failed: "✕", running: "…" }[item.state];
  return h("article", { class: `event tool ${item.state}` },
    h("span", { class: "mark" }, mark),
    h("div", {},
      h("p", {}, h("b", {}, words.sentence(item.tool)), " ", pairs(item.arguments)),
      item.summary ? h("p", { class: "result" }, item.summary) : null));
}

function move(item) {
  const label = item.move === "offer"
    ? [h("b", {}, item.name), ": ", words.offer(item.state)] : [h("b", {}, "Transfer"), ": ", words.transfer(item.state)];
  return h("article", { class: "event move " + String(item.state).toLowerCase() },
    h("span", { class: "mark" }, "⇄"), h("p", {}, label, item.text ? " · " + item.text : ""));
}

const MAKERS = {
  said,
  tool,
  move,
  partial: (item) => h("article", { class: `turn partial ${item.who}` },
    h("header", {}, h("b", {}, words.WHO[item.who] ?? item.who), h("span", { class: "tag" }, "speaking")),
    h("p", { class: "words" }, item.text)),
  note: (item) => h("article", { class: "event note " + item.tone },
    h("span", { class: "mark" }, "·"), h("p", {}, item.text)),
  rule: (item) => h("article", { class: "event rule" },
    h("span", { class: "mark" }, "!"),
    h("p", {}, h("b", {}, `${item.rule} ${words.rule(item.rule)}`), ": ", words.effect(item.effect),
      item.reason ? " · " + item.reason : "")),
  end: (item) => h("article", { class: "event end" },
    h("p", {}, h("b", {}, words.outcome(item.outcome)), item.by ? ` · ended by ${sayWho(item.by)}` : "",
      item.reason ? " · " + item.reason : "")),
};

const sayWho = (by) =>
  ({ CALLER: "the caller", US: "us", PERSON: "the person", CARRIER: "the carrier" })[by] ?? words.sentence(by);

/** Draws the items; stays at the end unless the reader has scrolled up. */
export function draw(chat, view, seek) {
  const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80;
  const base = view.recordingAt ? Date.parse(view.recordingAt) : null;
  const items = view.items.map((item) =>
    base && item.at ? { ...item, seconds: Math.max(0, (Date.parse(item.at) - base) / 1000) } : item);
  keyed(chat, items, (item) => item.key, (item) => (MAKERS[item.kind] ?? MAKERS.note)(item, seek));
  if (atEnd) chat.scrollTop = chat.scrollHeight;
  return items;
}
