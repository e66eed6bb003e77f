package org.cordboard.sim.party;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;

/** A recogniser for tests: knows the texts of a {@link MarkedVoice}; a decode takes 300 ms. */
public final class MarkedEar implements SpeechRecognizer {
  private static final Duration DECODE = Duration.ofMillis(300);

  private final MarkedVoice voice;

  /** Understands what {@code voice} says. */
  public MarkedEar(MarkedVoice voice) {
    this.voice = voice;
  }

  @Override
  public String name() {
    return "marked";
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    return new Stream(loop, listener);
  }

  @Override
  public RecognizerLoad load() {
    return RecognizerLoad.IDLE;
  }

  @Override
  public void close() {}

  private final class Stream implements RecognitionStream {
    private final Loop loop;
    private final RecognitionListener listener;
    private final TreeSet<Integer> codes = new TreeSet<>();

    Stream(Loop loop, RecognitionListener listener) {
      this.loop = loop;
      this.listener = listener;
    }

    @Override
    public void accept(AudioFrame frame) {
      for (byte sample : frame.bytes()) {
        int code = sample & 0xff;
        if (code >= MarkedVoice.FIRST_CODE && code < MarkedVoice.FIRST_CODE + 16) {
          codes.add(code);
        }
      }
    }

    @Override
    public void speechStarted(long utterance, long startSample) {}

    @Override
    public void speechPaused(long utterance, long endSample) {}

    @Override
    public void speechResumed(long utterance) {}

    @Override
    public void speechEnded(long utterance, long endSample) {
      List<String> words = codes.stream().map(voice::text).toList();
      codes.clear();
      Transcript heard =
          new Transcript(String.join(" ", words), 1, List.of(), 0, endSample, DECODE);
      loop.clock().after(DECODE, () -> listener.onFinal(utterance, heard));
    }

    @Override
    public void expect(Expectation expectation) {}

    @Override
    public void close() {}
  }
}
