// Live captions of a call: a reading of the gateway's feed, masked as the feed masks.

import { h } from "./dom.js";
import { WHO } from "./words.js";

const FOLLOW_PX = 80;

const RETURNS = {
  "nobody": "Nobody was free; back with the AI.",
  "dropped": "The person's line broke; back with the AI.",
  "handed-back": "The person has left; back with the AI.",
  "never-mind": "Called off; back with the AI.",
  "failed": "The two could not be joined; back with the AI.",
};

export class Captions {
  /** Draws into `list`; `mine` is the side of this page: caller or person. */
  constructor(list, mine) {
    this.list = list;
    this.mine = mine;
    this.clear();
  }

  clear() {
    this.seen = 0;
    this.prompts = new Map();
    this.partials = {};
    this.view = { brief: null, phase: "", offer: "", agent: "", ended: null };
    this.list.replaceChildren();
  }

  /** A call so far. */
  history(detail) {
    this.view.phase = detail.summary?.phase ?? this.view.phase;
    for (const entry of detail.entries ?? []) this.entry(entry);
    for (const [who, words] of Object.entries(detail.partials ?? {})) this.partial(who, words);
  }

  /** One message of the feed. */
  take(message) {
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < FOLLOW_PX;
    if (message.type === "partial") this.partial(message.who, message.text);
    if (message.type === "entry") this.entry(message.entry);
    if (message.type === "phase") this.view.phase = message.phase;
    if (message.type === "ended") this.end(message);
    if (atEnd) this.list.scrollTop = this.list.scrollHeight;
  }

  entry({ sequence, type, body }) {
    if (sequence <= this.seen) return;
    this.seen = sequence;
    switch (type) {
      case "CallerSaid": this.said("caller", body.text); break;
      case "PersonSaid": this.said(body.who ?? "person", body.text); break;
      case "AgentSaid": this.prompts.set(body.prompt, this.said("ai", body.text)); break;
      case "PromptHeard": this.heard(body); break;
      case "BriefPrepared": this.view.brief = body.brief; break;
      case "DialIntended": this.view.agent = body.name; break;
      case "OfferChanged": this.view.offer = body.state; break;
      case "TransferStarted": this.note("Somebody is being asked to take the call."); break;
      case "TransferChanged": this.transfer(body); break;
      case "MenuGiven": this.note("The carrier's keypad menu takes over."); break;
      case "CallEnded": this.view.ended = body; break;
      default:
    }
  }

  transfer({ state, detail }) {
    if (state === "BRIDGED") this.note(`${this.view.agent || "A person"} has joined.`);
    if (state === "QUEUED") this.note("The caller waits in the queue.");
    if (state === "RETURNED") this.note(RETURNS[detail] ?? "Back with the AI.");
  }

  end(message) {
    this.view.phase = "ENDED";
    this.view.ended ??= { outcome: message.outcome };
    for (const who of Object.keys(this.partials)) this.partial(who, "");
  }

  said(who, words) {
    this.partial(who, "");
    const line = this.line(who, words);
    this.list.append(line);
    return line;
  }

  /** Words so far: one dashed line a speaker, replaced until the words are final. */
  partial(who, words) {
    this.partials[who]?.remove();
    delete this.partials[who];
    if (!words) return;
    this.partials[who] = this.line(who, words);
    this.partials[who].classList.add("partial");
    this.list.append(this.partials[who]);
  }

  /** What of a prompt was heard; the rest is struck out. */
  heard({ prompt, text, whole }) {
    const words = this.prompts.get(prompt)?.querySelector(".words");
    if (!words || whole || !words.textContent.startsWith(text)) return;
    words.replaceChildren(text, h("del", { title: "Cut off: not heard" }, words.textContent.slice(text.length)));
  }

  line(who, words) {
    return h("article", { class: `turn ${who}${who === this.mine ? " mine" : ""}` },
      h("b", {}, who === this.mine ? "You" : WHO[who] ?? who), h("p", { class: "words" }, words));
  }

  note(words) {
    this.list.append(h("p", { class: "note" }, words));
  }
}
