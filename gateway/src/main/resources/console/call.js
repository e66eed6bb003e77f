// The selected call: head, banner, transcript, player.

import { byId, h, keyed } from "./dom.js";
import * as chat from "./chat.js";
import { read } from "./reading.js";
import * as side from "./side.js";
import * as words from "./words.js";

let playing = null;

function head(summary) {
  const live = summary.phase !== "ENDED";
  return [
    h("div", {},
      h("h2", {}, summary.topic ? words.sentence(summary.topic) : "Call"),
      h("p", { class: "sub" }, words.short(summary.call), " · ", words.clock(summary.startedAt), " · ",
        live ? words.span(summary.startedAt) : words.span(summary.startedAt, summary.endedAt))),
    h("p", { class: "chips" },
      h("span", { class: "chip phase " + summary.phase.toLowerCase() },
        live ? words.phase(summary.phase) : words.outcome(summary.outcome || "ENDED")),
      live && summary.phase === "CONVERSING" && summary.floor
        ? h("span", { class: "chip floor " + summary.floor.toLowerCase() }, words.floor(summary.floor)) : null,
      live && summary.offer ? h("span", { class: "chip" }, `${summary.agent || "Person"}: ${words.offer(summary.offer)}`) : null,
      summary.replyMs ? h("span", { class: "chip" }, "reply " + words.ms(summary.replyMs)) : null),
  ];
}

function banner(summary, view) {
  const last = view.escalations.at(-1);
  if (!last || summary.phase === "ENDED" || summary.phase === "BRIDGED") return [];
  return [{ key: "rule", rule: last.rule, reason: last.reason, effect: last.effect, transfer: view.transfer }];
}

function player(detail, view) {
  const parts = detail.recordings ?? [];
  if (detail.summary.phase !== "ENDED") return [];
  return parts.map((part) => ({ key: part.part, part: part.part, of: parts.length, call: detail.summary.call }));
}

function audio(item) {
  const source = `/api/calls/${encodeURIComponent(item.call)}/recording?part=${item.part}`;
  return h("div", { class: "row" },
    h("span", { class: "small" }, item.of > 1 ? `Part ${item.part}` : "Recording"),
    h("audio", { controls: true, preload: "metadata", src: source, ontimeupdate: (event) => inStep(event.target) }),
    h("a", { href: source, download: `${item.call}.${item.part}.wav` }, "WAV"));
}

/** Marks what is being said in the recording that plays. */
function inStep(player) {
  const now = player.currentTime;
  const current = playing?.items.findLast((item) => item.kind === "said" && item.seconds <= now);
  for (const turn of byId("chat").children) {
    turn.classList.toggle("playing", !player.paused && current && turn.dataset.key === String(current.key));
  }
}

function seek(seconds) {
  const sound = byId("player").querySelector("audio");
  if (sound) { sound.currentTime = seconds; sound.play(); }
}

export function draw(detail) {
  byId("call").classList.toggle("none", !detail);
  byId("empty").hidden = Boolean(detail);
  byId("side").hidden = !detail;
  if (!detail) {
    for (const id of ["head", "alert", "chat", "player", "side"]) byId(id).replaceChildren();
    delete byId("side").dataset.sign;
    return;
  }
  const view = read(detail.entries, detail.partials);
  byId("head").replaceChildren(...head(detail.summary));
  keyed(byId("alert"), banner(detail.summary, view), (item) => item.key, (item) =>
    h("div", { class: "alert", role: "alert" },
      h("b", {}, `${item.rule} ${words.rule(item.rule)}`),
      h("span", {}, item.transfer ? words.transfer(item.transfer) : words.effect(item.effect)),
      h("span", {}, item.reason)));
  playing = { items: chat.draw(byId("chat"), view, seek) };
  keyed(byId("player"), player(detail, view), (item) => item.key, audio);
  side.draw(byId("side"), detail, view);
}

/** What changes every second without news. */
export function tick(detail) {
  if (detail && detail.summary.phase !== "ENDED") byId("head").replaceChildren(...head(detail.summary));
}
