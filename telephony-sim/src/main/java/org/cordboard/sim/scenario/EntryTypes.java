package org.cordboard.sim.scenario;

import java.util.Set;
import java.util.TreeSet;

/** The types of entries that a gateway's ledger holds, and the states that some of them name. */
public final class EntryTypes {
  private static final Set<String> NAMES =
      Set.of(
          "AgentSaid",
          "BriefPrepared",
          "CallEnded",
          "CallerElsewhere",
          "CallOffered",
          "CallerSaid",
          "ConfirmationAsked",
          "ConfirmationGiven",
          "DialIntended",
          "DialogStarted",
          "EscalationFired",
          "KnowledgeMissing",
          "KnowledgeUsed",
          "LanguageChanged",
          "LanguageChosen",
          "LegDialed",
          "LineTroubled",
          "MenuGiven",
          "NoticeHeard",
          "OfferChanged",
          "OwnerTaken",
          "PartDegraded",
          "PartFailed",
          "PartReplaced",
          "PersonSaid",
          "PhaseChanged",
          "PromiseMade",
          "PromptHeard",
          "RecordingStarted",
          "RecordingStopped",
          "Replied",
          "SpokenOver",
          "StreamClosed",
          "StreamOpened",
          "ToolFinished",
          "ToolIntended",
          "TransferChanged",
          "TransferStarted",
          "Understood");

  /** The states of a transfer. */
  static final Set<String> TRANSFERS =
      Set.of("OFFERING", "JOINING", "BRIDGED", "QUEUED", "RETURNED");

  private EntryTypes() {}

  /** All of them, in alphabetical order. */
  public static Set<String> names() {
    return new TreeSet<>(NAMES);
  }
}
