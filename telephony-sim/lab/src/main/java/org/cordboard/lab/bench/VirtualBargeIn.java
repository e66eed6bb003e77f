package org.cordboard.lab.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cordboard.config.Settings;
import org.cordboard.lab.virtual.Play;
import org.cordboard.lab.virtual.Stage;

/** Interruptions, murmurs, coughs, asides and noises in virtual time, as many as are wanted. */
final class VirtualBargeIn {
  private static final int MOST_CALLS = 5_000;
  private static final double WORD_ERRORS = 0.1;
  private static final Duration VOICE = Duration.ofMillis(60);

  // Silero takes none of 200 of the simulator's coughs for a voice, and 5 of 300 of its noises.
  private static final double MISTAKEN = 0.1;

  /** The engines that are tried. */
  enum Engine {
    /** Words 200 ms behind the caller, one in ten wrong. */
    EARLY_WORDS(
        "words 200 ms behind, 10 % word errors",
        Stage.Words.WHILE_SPOKEN, 350, OverlapFigures.Goals.EARLY_WORDS),
    /** Words in a pause only, like the bundled recogniser. */
    LATE_WORDS(
        "words only in a pause, decoded in 500 ms (as bundled Whisper), 10 % word errors",
        Stage.Words.IN_PAUSES, 500, OverlapFigures.Goals.LATE_WORDS);

    private final String text;
    private final Stage.Words words;
    private final int finalLagMs;
    private final OverlapFigures.Goals goals;

    Engine(String text, Stage.Words words, int finalLagMs, OverlapFigures.Goals goals) {
      this.text = text;
      this.words = words;
      this.finalLagMs = finalLagMs;
      this.goals = goals;
    }

    private Stage.Engine staged() {
      return new Stage.Engine(
          words,
          Duration.ofMillis(200),
          Duration.ofMillis(finalLagMs),
          VOICE,
          WORD_ERRORS,
          MISTAKEN,
          Duration.ofMillis(2));
    }
  }

  private VirtualBargeIn() {}

  /**
   * Plays calls of {@code seed} until each rate rests on {@code events}.
   *
   * @param settings lays what the stage needs over what else there is
   */
  static OverlapFigures run(
      Engine engine,
      int events,
      long seed,
      Path scratch,
      Function<Map<String, String>, Settings> settings) {
    Stage stage = Stage.load(Play.OVERLAPS, scratch, engine.staged(), Map.of(), settings);
    OverlapFigures figures =
        new OverlapFigures(
            "virtual time, " + engine.text, engine.goals, GoalTable.Proof.SHOWN, seed);
    for (int call = 0; call < MOST_CALLS && figures.fewest() < events; call++) {
      add(stage.play(seed * 1_000_003 + call), figures);
    }
    return figures;
  }

  private static void add(Stage.Taped call, OverlapFigures figures) {
    FrameLevels caller = FrameLevels.of(call.caller());
    FrameLevels heard = FrameLevels.of(call.heard());
    PlayedWords words = PlayedWords.of(call.heard());
    List<Stage.Sound> sounds = call.sounds();
    for (int i = 0; i < sounds.size(); i++) {
      long next = i + 1 < sounds.size() ? sounds.get(i + 1).atMs() : Long.MAX_VALUE / 2;
      Overlap.find(sounds.get(i).kind(), sounds.get(i).atMs(), next, caller, heard, words)
          .ifPresentOrElse(figures::add, () -> figures.uncounted("not over our voice"));
    }
    figures.add(Overlap.Starts.of(caller, heard));
    figures.add(HeardClaims.of(words, call.ledger()));
  }
}
