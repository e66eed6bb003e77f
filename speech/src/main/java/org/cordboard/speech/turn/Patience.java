package org.cordboard.speech.turn;

/**
 * How much silence ends a turn: little after a whole one, much after words that want more, and more
 * for callers who pause long. Pure.
 */
final class Patience {
  private final EndpointingSettings settings;

  Patience(EndpointingSettings settings) {
    this.settings = settings;
  }

  /** Samples of silence after which the turn is over. */
  long silence(Completeness words, Expected expected, Pace pace) {
    long form = samples(settings.end(expected.form()));
    long quick = samples(settings.completeEnd());
    return switch (words.kind()) {
      case UNHEARD -> form;
      case COMPLETE -> quick;
      case OPEN ->
          quick + Math.round(words.doubt() * (samples(settings.openEnd()) * pace.factor() - quick));
      case PARTLY -> Math.round(Math.max(form, quick) * pace.factor());
      case HOLD -> Math.round(samples(settings.holdEnd()) * pace.factor());
    };
  }

  private static long samples(java.time.Duration span) {
    return EndpointingProfile.samples(span);
  }
}
