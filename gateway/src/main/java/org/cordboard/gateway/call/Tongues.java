package org.cordboard.gateway.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.dialog.memory.CallerLanguages;
import org.cordboard.speech.RecognitionHints;

/**
 * The languages that calls can be in. Shared by all calls; any thread.
 *
 * @param all the usual one first
 * @param byNumber numbers, as dialled, that are answered in one of them
 * @param memory which languages callers have spoken
 * @param workers for the memory
 */
public record Tongues(
    List<Tongue> all, Map<String, Tongue> byNumber, CallerLanguages memory, Workers workers) {
  /** Copies the collections. */
  public Tongues {
    all = List.copyOf(all);
    byNumber = Map.copyOf(byNumber);
  }

  /** Has every language's voice make what is said in every call, before it is asked for. */
  public void prepare(Loop loop) {
    all.forEach(tongue -> tongue.prepare(loop));
  }

  /** The one of calls of which nothing else is known. */
  Tongue usual() {
    return all.get(0);
  }

  /** True when there is nothing to choose. */
  boolean one() {
    return all.size() == 1;
  }

  /** The language that {@code locale} is, or is a variety of. */
  Optional<Tongue> of(Locale locale) {
    Optional<Tongue> same = all.stream().filter(each -> each.language().equals(locale)).findFirst();
    return same.isPresent()
        ? same
        : all.stream()
            .filter(each -> each.language().getLanguage().equals(locale.getLanguage()))
            .findFirst();
  }

  /** What to listen for when the call is in {@code tongue} and may turn out to be in another. */
  RecognitionHints open(Tongue tongue) {
    return new RecognitionHints(
        tongue.language(),
        tongue.hints().phrases(),
        all.stream().filter(each -> each != tongue).map(Tongue::language).toList());
  }

  /** Tells {@code then} what {@code number} has spoken before, unless nobody knows. */
  void recall(String number, Loop loop, Consumer<Locale> then) {
    workers.submit(
        () -> memory.of(number),
        loop,
        Completion.of(found -> found.ifPresent(then), failure -> {})); // the usual one will do
  }

  /** Keeps what {@code number} speaks. */
  void remember(String number, Locale language, Loop loop) {
    workers.submit(
        () -> {
          memory.remember(number, language);
          return true;
        },
        loop,
        Completion.of(kept -> {}, failure -> {})); // the next call is asked anew
  }
}
