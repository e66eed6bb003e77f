// The reading of a ledger that the page shows: entries in, transcript and facts out. No DOM here.

import * as words from "./words.js";

const BEFORE_SPEECH = new Set(["OwnerTaken", "CallOffered", "DialogStarted", "StreamOpened"]);

/** Folds a call's entries; partials are the words of those who are speaking now. */
export function read(entries, partials) {
  const view = {
    items: [], tools: [], moods: [], escalations: [], offers: new Map(), brief: null, transfer: null,
    replies: [], ended: null, recordingAt: null, sources: [], company: "", rest: 0,
  };
  const prompts = new Map();
  const tools = new Map();
  const add = (entry, kind, more) => {
    const item = { key: entry.sequence, kind, at: entry.at, ...more };
    view.items.push(item);
    return item;
  };
  for (const entry of entries) take(entry, view, add, prompts, tools);
  for (const [who, text] of Object.entries(partials ?? {})) {
    if (text) view.items.push({ key: "partial-" + who, kind: "partial", who, text });
  }
  return view;
}

function take(entry, view, add, prompts, tools) {
  const body = entry.body;
  switch (entry.type) {
    case "DialogStarted": view.company = body.company; break;
    case "RecordingStarted": view.recordingAt ??= entry.at; break;
    case "CallerSaid":
      add(entry, "said", { who: "caller", text: body.text, confidence: body.confidence, keyed: body.keyed });
      break;
    case "PersonSaid":
      add(entry, "said", { who: body.who ?? "person", text: body.text, confidence: body.confidence });
      break;
    case "AgentSaid":
      prompts.set(body.prompt, add(entry, "said",
        { who: "ai", text: body.text, source: body.source, detail: body.detail, heard: null, whole: null }));
      break;
    case "PromptHeard": {
      const prompt = prompts.get(body.prompt);
      if (prompt) { prompt.heard = body.text; prompt.whole = body.whole; }
      break;
    }
    case "Understood": {
      const caller = view.items.findLast((item) => item.who === "caller");
      const slots = Object.entries(body.slots ?? {}).map(([name, value]) => `${name}: ${value}`).join(", ");
      if (caller) caller.understood = { intent: body.intent, confidence: body.confidence, slots };
      view.moods.push({ mood: body.mood, anger: body.anger });
      break;
    }
    case "KnowledgeUsed": view.sources.push(...(body.sources ?? [])); break;
    case "KnowledgeMissing":
      add(entry, "note", { tone: "warn", text: "The documents do not answer this" });
      break;
    case "ConfirmationAsked":
      add(entry, "note", { tone: "plain", text: "Asked to confirm: " + body.readBack });
      break;
    case "ConfirmationGiven":
      add(entry, "note", { tone: body.yes ? "good" : "warn", text: body.yes ? "The caller confirmed" : "The caller did not confirm" });
      break;
    case "ToolIntended":
      tools.set(body.key, add(entry, "tool", { tool: body.tool, arguments: body.arguments, state: "running" }));
      view.tools.push(tools.get(body.key));
      break;
    case "ToolFinished": finishTool(entry, body, view, add, tools); break;
    case "EscalationFired":
      view.escalations.push(body);
      add(entry, "rule", { rule: body.rule, effect: body.effect, reason: body.reason });
      break;
    case "PromiseMade": add(entry, "note", { tone: "good", text: "Promised: " + body.text }); break;
    case "PartDegraded":
      add(entry, "note", { tone: "bad", text: `In trouble: ${words.part(body.part)} (${body.step})` });
      break;
    default: line(entry, body, view, add);
  }
}

function finishTool(entry, body, view, add, tools) {
  let call = tools.get(body.key);
  if (!call) {
    call = add(entry, "tool", { tool: body.tool, arguments: {} });
    view.tools.push(call);
  }
  Object.assign(call, { state: body.ok ? "ok" : "failed", summary: body.summary, result: body.result });
}

/** An engine was given up in mid-call. */
function replaced(body) {
  const what = words.part(body.part);
  const next = body.to ? `${body.to} goes on instead of ${body.from}` : `${body.from} was given up, and there is no other`;
  const wait = body.late ? " The caller had to wait for it" : "";
  return { tone: body.to ? "warn" : "bad", text: `Replaced: ${what}. ${next} (${body.why}).${wait}` };
}

/** What happens on the line: transfer, offers, media, end. */
function line(entry, body, view, add) {
  switch (entry.type) {
    case "TransferStarted":
      view.transfer = "OFFERING";
      add(entry, "move", { move: "transfer", state: "OFFERING", text: body.reason });
      break;
    case "TransferChanged":
      view.transfer = body.state;
      add(entry, "move", { move: "transfer", state: body.state,
        text: body.state === "RETURNED" ? words.returned(body.detail) : body.detail });
      break;
    case "BriefPrepared": view.brief = body.brief; break;
    case "DialIntended":
      view.offers.set(body.offer, { name: body.name, state: "DIALING", detail: "" });
      break;
    case "OfferChanged": {
      const offer = view.offers.get(body.offer) ?? { name: body.offer };
      view.offers.set(body.offer, { ...offer, state: body.state, detail: body.detail });
      add(entry, "move", { move: "offer", name: offer.name, state: body.state, text: body.detail });
      break;
    }
    case "Replied": view.replies.push(body.afterMs); break;
    case "SpokenOver":
      add(entry, "note", { tone: "plain", text: `Over the AI's voice, no turn (${body.kind}): ${body.text}` });
      break;
    case "CallerElsewhere": add(entry, "note", words.elsewhere(body.answered)); break;
    case "PartReplaced": add(entry, "note", replaced(body)); break;
    case "PartFailed":
      add(entry, "note", { tone: "bad",
        text: `Failed: ${words.part(body.part)} (${body.why}). Nothing could take its place just then` });
      break;
    case "LineTroubled":
      add(entry, "note", { tone: "warn", text: "The caller's line: " + words.line(body.kind) });
      break;
    case "LanguageChosen":
      if (body.why !== "usual") add(entry, "note", { tone: "plain", text: words.language(body) });
      break;
    case "LanguageChanged": break; // LanguageChosen tells it
    case "RecordingStopped":
      add(entry, "note", { tone: "warn", text: "The caller objected: no recording from here on, and what there was is deleted" });
      break;
    case "StreamClosed":
      if (body.cause === "lost") add(entry, "note", { tone: "bad", text: "The media stream was lost" });
      break;
    case "MenuGiven":
      add(entry, "note", { tone: "warn", text: "The caller got the keypad menu: " + words.menu(body.reason) });
      break;
    case "CallEnded":
      view.ended = body;
      add(entry, "end", { outcome: body.outcome, by: body.by, reason: body.reason });
      break;
    default:
      if (!BEFORE_SPEECH.has(entry.type)) view.rest++;
  }
}
