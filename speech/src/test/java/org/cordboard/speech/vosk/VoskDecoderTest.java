package org.cordboard.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.Transcript;
import org.junit.jupiter.api.Test;

/** What an utterance becomes when a grammar is listened for: here the engine is a fake. */
class VoskDecoderTest {
  private static final byte[] SECOND = new byte[8_000];
  private static final String FREE = "no get me somebody";

  private final ManualClock clock = new ManualClock();
  private final List<Fake> made = new ArrayList<>();
  private Function<Integer, String> listening = samples -> "one two";
  private double confidence = 0.95;
  private Duration perSecond = Duration.ofMillis(100);

  @Test
  void whatTheGrammarHearsWholeIsTakenAsItIs() throws Exception {
    VoskDecoder decoder = decoder();
    assertThat(decoder.accept(SECOND).text()).isEqualTo("one two");
    assertThat(text(decoder)).isEqualTo("one two");
    assertThat(made).hasSize(1).allMatch(engine -> engine.closed == 1);
  }

  @Test
  void whatLiesOutsideTheGrammarIsHeardAgainWithout() throws Exception {
    listening = samples -> "no [unk] one";
    VoskDecoder decoder = decoder();
    assertThat(decoder.accept(SECOND).text()).as("words so far").isEqualTo(FREE);
    assertThat(decoder.accept(SECOND).text()).isEqualTo(FREE);
    assertThat(text(decoder)).isEqualTo(FREE);
    assertThat(made).hasSize(2).allMatch(engine -> engine.closed == 1);
    assertThat(made.get(1).samples).as("heard by the second").isEqualTo(16_000);
  }

  @Test
  void anUnknownWordThatTurnsOutToBeKnownCostsOnlyWork() throws Exception {
    listening = samples -> samples < 16_000 ? "[unk]" : "one two";
    VoskDecoder decoder = decoder();
    assertThat(decoder.accept(SECOND).text()).isEqualTo(FREE);
    assertThat(decoder.accept(SECOND).text()).isEqualTo("one two");
    assertThat(text(decoder)).isEqualTo("one two");
    assertThat(made).allMatch(engine -> engine.closed == 1);
  }

  @Test
  void whatTheGrammarDoesNotHearOrIsNotSureOfIsHeardAgain() throws Exception {
    listening = samples -> "";
    assertThat(text(heard())).isEqualTo(FREE);
    listening = samples -> "one two";
    confidence = 0.4;
    VoskDecoder unsure = heard();
    assertThat(unsure.finish()).extracting(Transcript.Word::startSample).startsWith(4_000L);
    assertThat(made).allMatch(engine -> engine.closed == 1);
  }

  @Test
  void aSecondLookThatTakesTooLongIsGivenUp() throws Exception {
    listening = samples -> samples < 80_000 ? "one" : "one [unk]";
    perSecond = Duration.ofMillis(400);
    VoskDecoder decoder = decoder();
    for (int i = 0; i < 9; i++) {
      decoder.accept(SECOND);
    }
    long before = clock.nanos();
    decoder.accept(SECOND);
    assertThat(text(decoder)).isEqualTo("one");
    assertThat(Duration.ofNanos(clock.nanos() - before)).isLessThan(Duration.ofSeconds(4));
    assertThat(made).hasSize(2).allMatch(engine -> engine.closed == 1);
  }

  @Test
  void anUtteranceThatIsGivenUpLeavesNoEngine() throws Exception {
    listening = samples -> "[unk]";
    VoskDecoder decoder = heard();
    decoder.close();
    decoder.close();
    assertThat(made).hasSize(2).allMatch(engine -> engine.closed == 1);
  }

  @Test
  void freeSpeechIsHeardOnce() throws Exception {
    VoskDecoder decoder = new VoskDecoder(this::make, Optional.empty(), 4_000, clock);
    decoder.accept(SECOND);
    confidence = 0.1;
    assertThat(text(decoder)).isEqualTo(FREE);
    assertThat(made).hasSize(1);
  }

  private VoskDecoder decoder() {
    return new VoskDecoder(this::make, Optional.of("[\"one\", \"[unk]\"]"), 4_000, clock);
  }

  private VoskDecoder heard() throws Exception {
    VoskDecoder decoder = decoder();
    decoder.accept(SECOND);
    return decoder;
  }

  private static String text(VoskDecoder decoder) throws Exception {
    return VoskPass.text(decoder.finish());
  }

  private VoskEngine make(Optional<String> grammar) {
    Fake engine = new Fake(grammar.isPresent());
    made.add(engine);
    return engine;
  }

  private final class Fake implements VoskEngine {
    private final boolean grammar;
    private int samples;
    private int closed;

    Fake(boolean grammar) {
      this.grammar = grammar;
    }

    @Override
    public boolean accept(short[] more) {
      assertThat(closed).isZero();
      samples += more.length;
      clock.advance(perSecond.multipliedBy(more.length).dividedBy(8_000));
      return false;
    }

    private String text() {
      return grammar ? listening.apply(samples) : FREE;
    }

    @Override
    public String result() {
      return "{}";
    }

    @Override
    public String partial() {
      return "{\"partial\" : \"" + text() + "\"}";
    }

    @Override
    public String finish() {
      String words =
          text().isEmpty()
              ? ""
              : java.util.Arrays.stream(text().split(" "))
                  .map(
                      word ->
                          "{\"conf\":"
                              + confidence
                              + ",\"start\":0,\"end\":0.5,\"word\":\""
                              + word
                              + "\"}")
                  .collect(Collectors.joining(","));
      return "{\"result\":[" + words + "]}";
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
