// What is known about the call, beside its transcript.

import { h } from "./dom.js";
import { spark } from "./list.js";
import * as words from "./words.js";

const panel = (title, ...children) => h("section", { class: "panel" }, h("h3", {}, title), ...children);
const facts = (...rows) => h("dl", {}, rows.filter(Boolean).map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));

function state(summary, view) {
  const people = [...view.offers.values()].map((offer) => [offer.name, words.offer(offer.state)]);
  return panel("State",
    facts(
      ["Phase", words.phase(summary.phase)],
      summary.phase === "CONVERSING" && summary.floor ? ["AI", words.floor(summary.floor)] : null,
      view.transfer ? ["Transfer", words.transfer(view.transfer)] : null,
      ...people,
      summary.intent ? ["Last intent", words.sentence(summary.intent)] : null,
      ["Turns", String(summary.turns)],
      summary.to ? ["Dialled", summary.to] : null,
      view.company ? ["Playbook", view.company] : null));
}

function risk(summary, view) {
  const level = words.level(summary.risk);
  const trend = view.moods.map((mood) => mood.anger);
  const mood = view.moods.at(-1)?.mood;
  if (summary.phase === "ENDED" && !mood) return null;
  return panel(summary.phase === "ENDED" ? "Mood" : "Mood and risk",
    summary.phase === "ENDED" ? null
      : h("div", { class: "gauge " + level },
        h("meter", { min: 0, max: 100, value: summary.risk, "aria-label": "Risk" }), h("b", {}, String(summary.risk))),
    summary.riskReasons?.length ? h("p", { class: "small" }, summary.riskReasons.join(" · ")) : null,
    mood ? h("p", { class: "mood" }, words.sentence(mood), spark(trend.slice(-24), 150, 32)) : null);
}

function evidence(list) {
  return h("ul", {}, list.map((fact) =>
    h("li", {}, fact.text, fact.evidence ? h("q", {}, fact.evidence) : null)));
}

function brief(card) {
  if (!card) return null;
  const part = (title, list) => (list?.length ? [h("h4", {}, title), evidence(list)] : null);
  return h("section", { class: "panel brief" }, h("h3", {}, "Brief for the person"),
    h("p", { class: "who" }, card.who), h("p", {}, card.why),
    part("Known", card.facts), part("Tried", card.tried), part("Promised", card.promises),
    part("Open", (card.open ?? []).map((text) => ({ text }))),
    part("Inferred", card.inferred),
    card.whisper ? h("p", { class: "whisper" }, h("b", {}, "Whispered: "), card.whisper) : null);
}

function tools(view) {
  if (!view.tools.length && !view.sources.length) return null;
  return panel("Tools and sources",
    h("ul", { class: "plain" }, view.tools.map((call) =>
      h("li", { class: call.state }, h("b", {}, words.sentence(call.tool)), call.summary ? ": " + call.summary : "…"))),
    h("ul", { class: "plain" }, [...new Set(view.sources)].map((name) => h("li", {}, "Source: " + name))));
}

function replies(times) {
  if (!times.length) return null;
  const sorted = [...times].sort((a, b) => a - b);
  const top = Math.max(...times, 1500);
  return panel("Reply times",
    h("p", { class: "bars", "aria-hidden": "true" }, times.slice(-30).map((time) =>
      h("meter", { class: time <= 900 ? "ok" : time <= 1500 ? "slow" : "late", min: 0, max: top, value: time, title: words.ms(time) }))),
    h("p", { class: "small" }, `last ${words.ms(times.at(-1))} · middle ${words.ms(sorted[Math.floor((sorted.length - 1) / 2)])} · worst ${words.ms(sorted.at(-1))}`));
}

function ledger(entries) {
  const hidden = new Set(["from"]);
  const shown = (body) => JSON.stringify(body, (name, value) => (hidden.has(name) ? "•••" : value));
  return h("details", { class: "panel ledger" }, h("summary", {}, `Ledger, ${entries.length} entries`),
    h("ol", {}, entries.slice(-200).map((entry) =>
      h("li", { value: entry.sequence }, h("b", {}, entry.type), h("code", {}, shown(entry.body))))));
}

export function draw(side, detail, view) {
  const sign = JSON.stringify([detail.entries.length, detail.replies.length, detail.summary]);
  if (side.dataset.sign === sign) return;
  side.dataset.sign = sign;
  const open = side.querySelector("details.ledger")?.open;
  const focused = side.contains(document.activeElement);
  const times = view.replies.length ? view.replies : detail.replies;
  const parts = [brief(view.brief), state(detail.summary, view), risk(detail.summary, view), tools(view),
    replies(times), ledger(detail.entries)].filter(Boolean);
  side.replaceChildren(...parts);
  const drawer = side.querySelector("details.ledger");
  if (drawer && open) drawer.open = true;
  if (drawer && focused) drawer.querySelector("summary").focus();
}
