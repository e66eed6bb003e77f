package org.cordboard.dialog.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cordboard.dialog.understanding.TurnReading.Mood;

/** How the caller seems, from signals and words. */
final class Moods {
  private static final double ANGRY = 0.75;
  private static final double FRUSTRATED = 0.35;

  private final SignalLines worried;
  private final SignalLines urgent;

  Moods(Locale language) {
    worried = lines(language, "worried.txt");
    urgent = lines(language, "urgent.txt");
  }

  private static SignalLines lines(Locale language, String name) {
    List<String> lines = SignalCatalog.resource(language.getLanguage() + "/" + name);
    return SignalLines.parse(lines, name, Map.of());
  }

  Mood read(String text, String normal, Set<Signal> signals) {
    double anger = 0;
    anger = signals.contains(Signal.REPEATED_COMPLAINT) ? Math.max(anger, 0.4) : anger;
    anger = signals.contains(Signal.FRUSTRATION) ? Math.max(anger + 0.15, 0.6) : anger;
    anger = signals.contains(Signal.PROFANITY) ? Math.max(anger + 0.2, 0.8) : anger;
    anger = signals.contains(Signal.ABUSE) ? Math.max(anger + 0.2, 0.9) : anger;
    anger = signals.contains(Signal.LEGAL) && anger > 0 ? anger + 0.1 : anger;
    anger = text.contains("!") && anger > 0 ? anger + 0.05 : anger;
    anger = Math.min(1, anger);
    double urgency = urgent.matches(normal) ? 0.7 : anger > FRUSTRATED ? 0.4 : 0.1;
    urgency = signals.contains(Signal.DANGER) ? 1 : urgency;
    urgency = signals.contains(Signal.FRAUD) ? Math.max(urgency, 0.8) : urgency;
    return new Mood(label(anger, normal, signals), anger, urgency);
  }

  private String label(double anger, String normal, Set<Signal> signals) {
    if (anger >= ANGRY) {
      return "angry";
    } else if (anger >= FRUSTRATED) {
      return "frustrated";
    }
    boolean grave =
        signals.contains(Signal.DANGER)
            || signals.contains(Signal.FRAUD)
            || signals.contains(Signal.BEREAVEMENT)
            || signals.contains(Signal.MEDICAL)
            || signals.contains(Signal.HARDSHIP);
    return grave || worried.matches(normal) ? "worried" : "calm";
  }
}
