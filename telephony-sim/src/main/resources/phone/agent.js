// The page of somebody at the desk.

import { microphone, sound } from "./audio.js";
import * as devices from "./devices.js";
import { byId, h, show, text } from "./dom.js";
import { Phone } from "./page.js";
import { ring } from "./tones.js";
import { deskEnding, number } from "./words.js";

const title = document.title;
let duty = null; // the telephone that this page has
let stopRinging = () => {};
let answered = false;

export const phone = new Phone("agent", { told, lost: () => { over("The simulator is gone."); off(); } });

function told(message) {
  switch (message.is) {
    case "hello":
      byId("desk").replaceChildren(...message.desk.map((each) =>
        h("option", { value: each.number }, `${each.name}, ${number(each.number)}`)));
      if (duty) phone.socket.ask("register", { number: duty.number });
      break;
    case "registered": on(message); break;
    case "left": off(); break;
    case "refused": phone.notice(message.why); break;
    case "ringing": rings(message); break;
    case "connected":
      answered = true;
      phone.up();
      view("whisper", "On the line");
      break;
    case "ended": over(deskEnding(message, answered)); break;
    case "feed":
    case "history": follow(); break;
    default:
  }
}

const HINTS = {
  off: "",
  idle: "Waiting. The telephone rings when a caller asks for a person.",
  ringing: "",
  whisper: "You alone hear who is calling and why. Press 1 to take the call, or hang up to refuse.",
  talking: "You are joined with the caller.",
};

const NOTHING_SAID = {
  off: "Go on duty. When a caller is handed to you this telephone rings, and the conversation so far appears here.",
  idle: "When a caller is handed to you this telephone rings, and the conversation so far appears here.",
  ringing: "What was said so far appears here.",
  whisper: "What was said so far appears here.",
  talking: "What is said appears here.",
};

function view(state, words) {
  phone.state(state, words);
  text(byId("hint"), HINTS[state]);
  text(byId("captions-empty"), NOTHING_SAID[state]);
  show("off-duty", state === "off");
  show("leave", state === "idle");
  show("incoming", state === "ringing");
  show("on-line", state === "whisper" || state === "talking");
  show("take", state === "whisper");
}

function on(person) {
  duty = person;
  text(byId("name"), person.name);
  text(byId("line"), number(person.number));
  if (document.body.dataset.state === "off") view("idle", "On duty");
}

function off() {
  duty = null;
  text(byId("name"), "Off duty");
  text(byId("line"), "Choose a telephone of the desk");
  view("off", "Off duty");
}

function rings(message) {
  answered = false;
  phone.notice("");
  phone.captions.clear();
  show("brief", false);
  text(byId("from"), number(message.from));
  text(byId("clock"), "00:00");
  document.title = "☎ Incoming call";
  stopRinging = ring();
  view("ringing", "Ringing");
}

function quiet() {
  stopRinging();
  stopRinging = () => {};
  document.title = title;
}

function over(words) {
  if (!["ringing", "whisper", "talking"].includes(document.body.dataset.state)) return;
  quiet();
  phone.down(words);
  view(duty ? "idle" : "off", duty ? "On duty" : "Off duty");
}

/** The brief in writing, and whether the caller has been joined. */
function follow() {
  const { brief, phase } = phone.captions.view;
  if (brief && byId("brief").hidden) {
    byId("brief").replaceChildren(h("h3", {}, "Brief"), h("p", { class: "who" }, brief.who), h("p", {}, brief.why),
      h("ul", {}, (brief.facts ?? []).map((fact) => h("li", {}, fact.text))));
    show("brief", true);
  }
  if (phase === "BRIDGED" && document.body.dataset.state === "whisper") view("talking", "With the caller");
}

byId("register").addEventListener("click", async () => {
  phone.notice("");
  try {
    await sound(); // so that it may ring later
    const tried = await microphone(devices.choice());
    tried.getTracks().forEach((track) => track.stop());
    devices.list();
    phone.socket.ask("register", { number: byId("desk").value });
  } catch (problem) {
    phone.notice(problem.message);
  }
});
byId("answer").addEventListener("click", async () => {
  quiet();
  if (await phone.open()) phone.socket.ask("answer");
});
byId("decline").addEventListener("click", () => phone.socket.ask("decline"));
byId("take").addEventListener("click", () => document.querySelector('#pad [data-key="1"]').click());
byId("hang-up").addEventListener("click", () => phone.socket.ask("hang-up"));
byId("leave").addEventListener("click", () => phone.socket.ask("leave"));
view("off", "Off duty");
