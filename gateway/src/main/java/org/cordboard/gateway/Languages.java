package org.cordboard.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordboard.config.Workers;
import org.cordboard.dialog.DialogFactory;
import org.cordboard.dialog.memory.CallerLanguages;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.gateway.call.Tongue;
import org.cordboard.gateway.call.Tongues;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.wiring.SpeechParts;

/**
 * The languages that calls can be in beside the usual one.
 *
 * @param others in the order of their names
 * @param memory which languages callers have spoken
 * @param workers for the memory
 */
public record Languages(List<Spoken> others, CallerLanguages memory, Workers workers) {

  /**
   * One of them.
   *
   * @param language such as {@code de-DE}
   * @param numbers that are answered in it, as dialled
   * @param playbook the company's words in it
   * @param speech what hears and speaks it
   * @param dialogs opens conversations in it
   */
  public record Spoken(
      Locale language,
      List<String> numbers,
      Playbook playbook,
      SpeechParts speech,
      DialogFactory dialogs) {}

  /** With the usual one before them. */
  Tongues after(Tongue usual) {
    List<Tongue> all = new ArrayList<>();
    all.add(usual);
    Map<String, Tongue> byNumber = new LinkedHashMap<>();
    for (Spoken other : others) {
      Tongue tongue =
          new Tongue(
              other.language(),
              other.speech(),
              new RecognitionHints(other.language(), other.playbook().voice().vocabulary()),
              Wiring.style(other.playbook().voice(), other.language()),
              other.dialogs());
      all.add(tongue);
      other.numbers().forEach(number -> byNumber.put(number, tongue));
    }
    return new Tongues(all, byNumber, memory, workers);
  }
}
