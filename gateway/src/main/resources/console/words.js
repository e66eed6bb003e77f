// How names and figures of the program are said to people.

const PHASES = {
  RINGING: "Ringing", CONVERSING: "With the AI", TRANSFERRING: "Bringing in a person",
  BRIDGED: "With a person", ENDED: "Ended",
};
const FLOORS = { LISTENING: "Listening", THINKING: "Thinking", SPEAKING: "Speaking" };
const TRANSFERS = {
  OFFERING: "Asking people", JOINING: "Joining", BRIDGED: "Joined", QUEUED: "In the queue",
  RETURNED: "Back with the AI",
};
const OFFERS = {
  DIALING: "Ringing", BRIEFING: "Answered, hears the brief", ACCEPTED: "Accepted", LOST: "Not needed any more",
  REFUSED: "Declined", UNANSWERED: "No answer", MACHINE: "Voicemail", FAILED: "Could not be reached",
};
const SOURCES = {
  PLAYBOOK: "A fixed text of the playbook", RULE: "A rule", TOOL: "A tool",
  KNOWLEDGE: "The company's documents", MODEL: "The language model's own words",
};
const RULES = {
  R11: "Frustration or anger", R12: "Outside what the AI can do", R13: "Going in circles",
  R14: "The caller asked for a person", R15: "A high-stakes matter", R16: "A sensitive matter",
  R17: "A part is failing",
};
const EFFECTS = { "offer": "a person was offered", "transfer-now": "transfer at once", "first-in-line": "first in line" };
const OUTCOMES = {
  CONVERSED: "Settled by the AI", TRANSFERRED: "Taken by a person", LEFT_WAITING: "Left while waiting",
  ABANDONED: "Left before speaking", MENU: "Keypad menu", STOPPED: "Gateway was stopped",
  FAILED: "Failed on our side", MOVED: "Moved to another node",
};

const PARTS = {
  recognizer: "what hears the callers", voice: "the AI's voice", model: "the language model", store: "the store",
};
const RETURNS = {
  "nobody": "nobody was free", "dropped": "the person was cut off", "handed-back": "the person has left",
  "never-mind": "the caller called it off", "failed": "the two could not be joined",
};
const MENUS = { calls: "there was no room for another call", recognizer: "the recogniser was too far behind" };

export const sentence = (name) => {
  const plain = String(name ?? "").replaceAll(/[_-]+/g, " ").replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};
const lookup = (table) => (name) => table[name] ?? sentence(name);

export const phase = lookup(PHASES);
export const floor = lookup(FLOORS);
export const transfer = lookup(TRANSFERS);
export const offer = lookup(OFFERS);
export const source = (name) => SOURCES[String(name).toUpperCase()] ?? sentence(name);
export const rule = (id) => RULES[id] ?? sentence(id);
export const effect = lookup(EFFECTS);
export const outcome = lookup(OUTCOMES);
export const part = lookup(PARTS);
export const returned = (why) => RETURNS[why] ?? why;
export const menu = (why) => MENUS[why] ?? why;
export const WHO = { caller: "Caller", ai: "AI", person: "Person" };

export const clock = (iso) =>
  iso ? new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }) : "";

export function span(fromIso, toIso) {
  if (!fromIso) return "";
  const end = toIso ? Date.parse(toIso) : Date.now();
  const seconds = Math.max(0, Math.round((end - Date.parse(fromIso)) / 1000));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours ? hours + ":" : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export const short = (id) => (id.length > 8 ? "…" + id.slice(-6) : id);
export const ms = (value) => (value >= 1000 ? (value / 1000).toFixed(1) + " s" : Math.round(value) + " ms");
export const percent = (value) => Math.round(value * 100) + " %";
export const level = (risk) => (risk >= 55 ? "high" : risk >= 25 ? "watch" : "calm");

const LINES = {
  offset: "it is off its zero; that is taken out",
  clipped: "the voice is too loud for it, peaks are cut off",
  noise: "it is never silent",
  din: "noise sounds like a voice; only words interrupt the AI now",
  silent: "not a sound since it was opened",
  gaps: "frames are missing; silence takes their place",
  stalled: "no sound came for long; the call goes on",
  surplus: "more sound than there is time for; what is too much is left out",
  unreadable: "messages that the carrier's protocol does not know",
};

/** What is wrong with a caller's line. */
export function line(kind) {
  return LINES[kind] || kind;
}

/** Where a caller is who went to the number's fallback while there was no gateway. */
export function elsewhere(answered) {
  const away = "There was no gateway for a while, and the carrier went to the number's fallback: ";
  return answered
    ? { tone: "good", text: away + "the caller talks with a person there, and stays" }
    : { tone: "warn", text: away + "it is ringing a person" };
}

const REASONS = {
  "dialled number": "as the number that was dialled",
  "caller's history": "as this caller's last calls",
  heard: "as the caller was heard to speak",
};

/** Which language a call is in, and why. */
export function language(body) {
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(body.language);
  return `In ${name}: ${REASONS[body.why] || body.why}`;
}
