package org.cordboard.sim.analyse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The notes on a call, in order of time.
 *
 * @param all the notes
 */
public record CallNotes(List<Note> all) {
  /** No notes: all that is known is what is heard. */
  public static final CallNotes NONE = new CallNotes(List.of());

  private static final long LATE_MS = 700; // a note comes so much later than the sound it is about

  /** Sorts a copy. */
  public CallNotes {
    all = all.stream().sorted(Comparator.comparingLong(Note::atMs)).toList();
  }

  /** These and others. */
  public CallNotes and(List<Note> others) {
    List<Note> both = new ArrayList<>(all);
    both.addAll(others);
    return new CallNotes(both);
  }

  /** The notes of one kind. */
  public Stream<Note> of(Note.Kind kind) {
    return all.stream().filter(each -> each.kind() == kind);
  }

  /** What the caller's sound there was meant to be: the nearest note within 700 ms of its start. */
  public CallerSound soundAt(Stretch caller) {
    return of(Note.Kind.CALLER_SOUND)
        .filter(each -> Math.abs(each.atMs() - caller.fromMs()) <= LATE_MS)
        .min(Comparator.comparingLong(each -> Math.abs(each.atMs() - caller.fromMs())))
        .map(each -> CallerSound.valueOf(each.text().toUpperCase(Locale.ROOT)))
        .orElse(CallerSound.SPEECH);
  }

  /** True when the prompt that was spoken over was heard to its own end: nobody stopped it. */
  public boolean endedByItself(BargeIn over) {
    long atMs = over.caller().fromMs() + over.stopMs();
    return of(Note.Kind.PROMPT_HEARD)
        .filter(each -> Math.abs(each.atMs() - atMs) <= LATE_MS)
        .min(Comparator.comparingLong(each -> Math.abs(each.atMs() - atMs)))
        .map(each -> each.detail().equals("whole"))
        .orElse(false);
  }

  /** The kind of the reply that ended a silence. */
  TurnKind kindOf(Stretch gap) {
    if (all.isEmpty()) {
      return TurnKind.REPLY;
    }
    long from = gap.fromMs() - LATE_MS;
    long to = gap.fromMs() + gap.lengthMs() + LATE_MS;
    Optional<Note> said =
        of(Note.Kind.AI_SAID).filter(each -> each.atMs() >= from && each.atMs() <= to).findFirst();
    if (said.isEmpty()) {
      return of(Note.Kind.PERSON_SAID).anyMatch(each -> each.atMs() <= gap.fromMs())
          ? TurnKind.PERSON
          : TurnKind.REPLY;
    }
    return said.map(this::kindOf).orElse(TurnKind.REPLY);
  }

  /** By what was noted between the caller's words and the answer. */
  private TurnKind kindOf(Note said) {
    if (said.detail().contains("filler")) {
      return TurnKind.FILLER;
    }
    int at = all.indexOf(said);
    TurnKind kind = TurnKind.ANSWER;
    for (int i = at - 1; i >= 0 && all.get(i).kind() != Note.Kind.CALLER_SAID; i--) {
      switch (all.get(i).kind()) {
        case READ_BACK -> {
          return TurnKind.READ_BACK;
        }
        case TRANSFER -> kind = TurnKind.HAND_OVER;
        case RULE -> kind = all.get(i).detail().startsWith("transfer") ? TurnKind.HAND_OVER : kind;
        case TOOL_DONE -> kind = kind == TurnKind.ANSWER ? TurnKind.TOOL_ANSWER : kind;
        case AI_SAID -> {
          return kind;
        }
        default -> {}
      }
    }
    return kind;
  }
}
