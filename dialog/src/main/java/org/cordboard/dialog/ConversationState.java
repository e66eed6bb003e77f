package org.cordboard.dialog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationState;
import org.cordboard.dialog.knowledge.Knowledge;
import org.cordboard.dialog.tools.ToolCall;
import org.cordboard.dialog.understanding.NumberPieces;
import org.cordboard.dialog.understanding.TurnReading;
import org.jspecify.annotations.Nullable;

/**
 * All that a conversation remembers between two events. A step works on a copy of it, so that a
 * state once returned never changes. The first group is a fold of the ledger's entries (see {@link
 * LedgerFold}) and survives a crash; the second lives with the process.
 */
final class ConversationState {
  // From the ledger.
  boolean started;
  long turn;
  long prompts;
  long heardPrompt; // the last prompt that has been played or cut off
  String callerText = "";
  Map<String, String> slots = new TreeMap<>();
  Map<String, Set<String>> given = new TreeMap<>(); // slot → every value that the caller has said
  String topic = "";
  Set<String> noticesHeard = new HashSet<>();
  @Nullable Asked asked;
  @Nullable ReadBack readBack;
  @Nullable ToolCall confirmed; // agreed to, not finished
  @Nullable ToolCall intended; // on the ledger as intended, not finished
  @Nullable Escalation offer;
  long offerTurn;
  @Nullable Escalation escalated; // a person was asked for and has not come
  boolean danger;
  int abuse;
  boolean messageOffered;
  List<Said> said = new ArrayList<>(); // prompts since the caller last spoke
  List<Said> saidBefore = new ArrayList<>(); // prompts of the answer before that
  Map<Long, String> cutOff = new TreeMap<>(); // of those since then: prompt → what was heard of it

  // Of this process.
  long generation;
  TurnReading reading = Conversation.NOTHING_READ;
  double turnConfidence = 1;
  Set<String> fresh = new HashSet<>();
  Map<Long, String> noticePrompts = new LinkedHashMap<>();
  EscalationState escalation = EscalationState.START;
  Expecting expecting = Expecting.ANYTHING;
  Expecting turnExpecting = Expecting.ANYTHING;
  String unsaid = "";
  String begun = ""; // the first clause of a sentence whose rest is not said yet
  boolean spoken; // something was said in answer to this turn
  boolean answering;
  Instant quietSince = Instant.EPOCH; // the caller's turn, or the end of our last prompt
  int fillers; // in answer to this turn
  long bridged; // fillers of this call, of the first kind and of the second
  long bridgedAgain;
  boolean reserve;
  int rounds;
  int unclearAnswers;
  int wrongNumbers;
  int notUnderstood;
  boolean deaf; // words of this caller were lost, and none have come since
  boolean noisy; // there was noise that drowns words, and none have come since
  boolean noiseTold;
  boolean lost; // the line brings nothing that can be heard, and no words have come since
  boolean askReadBackAgain;
  String reprompted = ""; // which question was said again
  int reprompts; // how often in a row
  long lineChecks; // "are you there?" in this call
  long waits; // times that the caller, waiting for a person, was spoken to
  long offers; // of a person, in this call
  long elses; // "anything else?" in this call
  int nobodyFree; // transfers that came back with nobody
  boolean identified;
  boolean waiting; // a transfer is under way
  boolean holding;
  int silencesLetPass; // of those in a row, while a person was being rung
  boolean storeDegraded;
  boolean excused; // this answer has said what cannot be done, and why
  String trouble = ""; // a failing part that the caller has not been told of
  Set<String> doubtful = new HashSet<>(); // keys of calls that may have been done before
  boolean closed;
  double rate = 1;
  double gain = 1;
  String hint = "";
  NumberPieces pieces = NumberPieces.NONE; // of the number that was asked for
  String keyed = ""; // the keys of this turn, empty when it was spoken
  Set<String> sources = new HashSet<>(); // documents that this answer rests on
  String lastTool = "";
  List<Knowledge.Passage> passages = List.of();

  /** A prompt as said. */
  record Said(long id, String text, Expecting expecting, Why why) {}

  /** A tool's parameter that the caller was asked for. */
  record Asked(String tool, String parameter) {}

  /** A read-back that the caller has not answered. */
  record ReadBack(ToolCall call, String text) {}

  /** The same, to be changed. */
  ConversationState copy() {
    ConversationState copy = new ConversationState();
    copy.started = started;
    copy.turn = turn;
    copy.prompts = prompts;
    copy.callerText = callerText;
    copy.slots = new TreeMap<>(slots);
    copy.given = new TreeMap<>();
    given.forEach((slot, values) -> copy.given.put(slot, new HashSet<>(values)));
    copy.topic = topic;
    copy.noticesHeard = new HashSet<>(noticesHeard);
    copy.asked = asked;
    copy.readBack = readBack;
    copy.confirmed = confirmed;
    copy.intended = intended;
    copy.offer = offer;
    copy.offerTurn = offerTurn;
    copy.escalated = escalated;
    copy.danger = danger;
    copy.abuse = abuse;
    copy.messageOffered = messageOffered;
    copy.said = new ArrayList<>(said);
    copy.saidBefore = new ArrayList<>(saidBefore);
    copy.cutOff = new TreeMap<>(cutOff);
    copy.generation = generation;
    copy.reading = reading;
    copy.turnConfidence = turnConfidence;
    copy.fresh = new HashSet<>(fresh);
    copy.noticePrompts = new LinkedHashMap<>(noticePrompts);
    copy.escalation = escalation;
    copy.expecting = expecting;
    copy.turnExpecting = turnExpecting;
    copy.unsaid = unsaid;
    copy.begun = begun;
    copy.heardPrompt = heardPrompt;
    copy.quietSince = quietSince;
    copy.fillers = fillers;
    copy.bridged = bridged;
    copy.bridgedAgain = bridgedAgain;
    copy.spoken = spoken;
    copy.answering = answering;
    copy.reserve = reserve;
    copy.rounds = rounds;
    copy.unclearAnswers = unclearAnswers;
    copy.wrongNumbers = wrongNumbers;
    copy.notUnderstood = notUnderstood;
    copy.deaf = deaf;
    copy.noisy = noisy;
    copy.noiseTold = noiseTold;
    copy.lost = lost;
    copy.askReadBackAgain = askReadBackAgain;
    copy.reprompted = reprompted;
    copy.reprompts = reprompts;
    copy.lineChecks = lineChecks;
    copy.waits = waits;
    copy.offers = offers;
    copy.elses = elses;
    copy.nobodyFree = nobodyFree;
    copy.identified = identified;
    copy.waiting = waiting;
    copy.holding = holding;
    copy.silencesLetPass = silencesLetPass;
    copy.storeDegraded = storeDegraded;
    copy.excused = excused;
    copy.trouble = trouble;
    copy.doubtful = new HashSet<>(doubtful);
    copy.closed = closed;
    copy.rate = rate;
    copy.gain = gain;
    copy.hint = hint;
    copy.pieces = pieces;
    copy.keyed = keyed;
    copy.sources = new HashSet<>(sources);
    copy.lastTool = lastTool;
    copy.passages = passages;
    return copy;
  }
}
