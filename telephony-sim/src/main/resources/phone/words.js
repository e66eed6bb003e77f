// What the line's own words mean to people.

const CAUSES = {
  completed: "The other side hung up.",
  busy: "The line is busy.",
  "no-answer": "Nobody answered.",
  canceled: "The call was given up before anybody answered.",
  failed: "The call could not be connected.",
};

/** Why a caller's call is over. */
export function ending({ cause, by, notices }, ended) {
  if (by === "you") return "You hung up.";
  const trouble = notices.at(-1);
  if (trouble && !ended) return `${CAUSES[cause] ?? cause} The carrier noted ${trouble.code}: ${trouble.text}.`;
  return ENDINGS[ended?.outcome + " " + ended?.by] ?? BY[ended?.by] ?? CAUSES[cause] ?? cause;
}

const ENDINGS = {
  "CONVERSED US": "The company's voice said goodbye and hung up.",
  "MENU US": "The keypad menu took over from the AI, and the call ended there.",
  "STOPPED US": "The gateway was stopped during the call.",
  "FAILED US": "Something failed on the gateway's side; its log says what.",
};
const BY = {
  US: "The company hung up.",
  PERSON: "The person at the desk hung up.",
  CARRIER: "The carrier ended the call.",
};

/** Why an agent's call is over. */
export function deskEnding({ cause, by }, answered) {
  if (by === "you") return answered ? "You hung up." : "You declined the call.";
  if (answered) return "The caller hung up, or somebody else took the call.";
  return cause === "no-answer" ? "You did not answer in time." : "The call is not for you any more: the caller hung up, or somebody else took it.";
}

export const WHO = { caller: "Caller", ai: "AI", person: "Person" };

export function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  const two = (n) => String(n).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** +15550100002 as +1 555 010 0002. */
export const number = (e164) => e164.replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, "$1 $2 $3 $4");
