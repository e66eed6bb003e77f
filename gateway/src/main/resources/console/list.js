// The lists of live and ended calls.

import { byId, h, keyed, s, text } from "./dom.js";
import * as words from "./words.js";

const DEAD_AIR_MS = 10_000;

/** Points for silence since the last words, as they pass: the server counts them only when it is asked. */
function silence(call) {
  if (call.phase !== "CONVERSING" || call.floor === "SPEAKING" || !call.activeAt) return 0;
  const quiet = Date.now() - Date.parse(call.activeAt);
  return quiet >= DEAD_AIR_MS ? Math.round(quiet / 1000) : 0;
}

export function order(calls) {
  return [...calls].sort((a, b) =>
    b.risk + Math.min(30, silence(b)) - (a.risk + Math.min(30, silence(a))) ||
    a.startedAt.localeCompare(b.startedAt));
}

export function spark(trend, width = 52, height = 18) {
  if (!trend || trend.length < 2) return null;
  const step = (width - 4) / (trend.length - 1);
  const points = trend.map((anger, i) =>
    `${(2 + i * step).toFixed(1)},${(height - 3 - Math.min(1, anger) * (height - 6)).toFixed(1)}`);
  const last = points[points.length - 1].split(",");
  return s("svg", { class: "spark", viewBox: `0 0 ${width} ${height}`, width, height, role: "img",
      "aria-label": `Anger by turn, now ${words.percent(trend[trend.length - 1])}` },
    s("polyline", { points: points.join(" ") }),
    s("circle", { cx: last[0], cy: last[1], r: 2.4 }));
}

function chip(tone, ...label) {
  return h("span", { class: "chip " + tone }, ...label);
}

function card(call, select) {
  const live = call.phase !== "ENDED";
  const level = live ? words.level(call.risk) : "over";
  const title = call.topic ? words.sentence(call.topic) : live ? "New call" : "Call";
  const button = h("button", {
      class: `card ${level}`, type: "button", "aria-current": call.selected ? "true" : null,
      onclick: () => select(call.call), title: (call.riskReasons ?? []).join(", "),
    },
    h("span", { class: "row" },
      h("strong", {}, title),
      h("span", { class: "id" }, words.short(call.call)),
      h("time", {}, live ? words.span(call.startedAt) : words.clock(call.startedAt))),
    h("span", { class: "last" },
      call.lastText ? [h("b", { class: call.lastWho }, (words.WHO[call.lastWho] ?? "") + " "), call.lastText] : "Nothing said yet"),
    h("span", { class: "row foot" },
      live
        ? chip("phase " + call.phase.toLowerCase(), words.phase(call.phase))
        : chip("outcome", words.outcome(call.outcome || "ENDED")),
      live && call.rule ? chip("alarm", call.rule) : null,
      live && call.degraded ? chip("alarm", "degraded") : null,
      live && call.quiet ? chip("alarm", `silent ${call.quiet} s`) : null,
      spark(call.trend)));
  return h("li", {}, button);
}

export function draw(live, ended, selected, select) {
  const shown = order(live.values()).map((call) =>
    ({ ...call, selected: call.call === selected, quiet: silence(call) }));
  const over = [...ended.values()]
    .sort((a, b) => b.endedAt.localeCompare(a.endedAt))
    .map((call) => ({ ...call, selected: call.call === selected }));
  keyed(byId("live"), shown, (call) => call.call, (call) => card(call, select));
  shown.forEach((call, i) => text(byId("live").children[i].querySelector("time"), words.span(call.startedAt)));
  keyed(byId("ended"), over, (call) => call.call, (call) => card(call, select));
  byId("live-empty").hidden = shown.length > 0;
  byId("ended-empty").hidden = over.length > 0;
  text(byId("live-count"), String(shown.length));
  text(byId("ended-count"), String(over.length));
  const risky = shown.filter((call) => words.level(call.risk) === "high").length;
  text(byId("counts"), shown.length === 0 ? "No live call"
    : `${shown.length} live${risky ? `, ${risky} need attention` : ""}`);
  document.title = shown.length ? `(${shown.length}) Cordboard` : "Cordboard";
}

/** Arrow keys move between the calls of both lists. */
export function arrows(nav) {
  nav.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const cards = [...nav.querySelectorAll(".card")];
    const at = cards.indexOf(document.activeElement);
    const next = cards[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { next.focus(); event.preventDefault(); }
  });
}
