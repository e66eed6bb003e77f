package org.cordboard.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.sim.analyse.CallerSound;
import org.cordboard.sim.analyse.Note;

/** What the caller's sounds were meant to be, from the simulator's own account. */
final class PlannedSounds {
  private PlannedSounds() {}

  /** A note for everything the caller of a result said, and for every noise. */
  static List<Note> of(JsonNode result) {
    List<Note> notes = new ArrayList<>();
    long connectedMs = 0;
    for (JsonNode moment : result.path("timeline")) {
      if (!moment.path("who").asText().equals("caller")) {
        continue;
      }
      String words = moment.path("text").asText();
      long atMs = moment.path("atMs").asLong() - connectedMs;
      switch (moment.path("what").asText()) {
        case "connected" -> connectedMs = moment.path("atMs").asLong();
        case "said" ->
            notes.add(note(atMs, BargeInPlan.meant(words).orElse(CallerSound.SPEECH), words));
        case "told" -> notes.add(note(atMs, CallerSound.NOISE, ""));
        default -> {}
      }
    }
    return notes;
  }

  private static Note note(long atMs, CallerSound sound, String words) {
    return new Note(atMs, Note.Kind.CALLER_SOUND, sound.name().toLowerCase(Locale.ROOT), words);
  }

  /** True for those that were to be made over the voice. */
  static boolean over(Note sound) {
    return meant(sound) == CallerSound.NOISE || BargeInPlan.meant(sound.detail()).isPresent();
  }

  static CallerSound meant(Note sound) {
    return CallerSound.valueOf(sound.text().toUpperCase(Locale.ROOT));
  }
}
