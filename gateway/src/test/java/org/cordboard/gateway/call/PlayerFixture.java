package org.cordboard.gateway.call;

import java.util.Locale;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.TextReader;

/** A player with its voice, on a line that plays what it is given. */
abstract class PlayerFixture {
  private static final VoiceStyle STYLE =
      new VoiceStyle("", 1, 1, TextReader.of(Locale.US).orElseThrow(), Lexicon.NONE);

  final ManualClock clock = new ManualClock();
  final PlayoutLine line = new PlayoutLine(clock);
  final PlayerEvents events = new PlayerEvents();
  final WordVoice voice = new WordVoice();
  final PromptPlayer player = new PromptPlayer(clock, voice, STYLE, events);

  /** The line is up and gives marks back. */
  void connect() {
    player.attach(line);
    line.deliverTo(player);
  }

  /** It is up, and the first prompt is on its way. */
  void says(String text) {
    connect();
    player.say(1, Prompt.of(text));
  }
}
