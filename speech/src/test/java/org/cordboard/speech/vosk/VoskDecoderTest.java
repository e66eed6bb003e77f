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
  private String free = "one ate";
  private double confidence = 0.95;
  private Duration perSecond = Duration.ofMillis(100);

  @Test
  void whatTheGrammarHearsWholeIsTakenAsItIs() throws Exception {
    VoskDecoder decoder = decoder();
    assertThat(decoder.accept(SECOND).text()).isEqualTo("one two");
    assertThat(text(decoder)).isEqualTo("one two");
    assertThat(made).hasSize(2).allMatch(engine -> engine.closed == 1);
  }

  @Test
  void wordsThatAnEngineBendsIntoItsGrammarAreTakenAsTheyWereSaid() throws Exception {
    free = FREE;
    VoskDecoder decoder = heard();
    assertThat(text(decoder)).as("though it is sure").isEqualTo(FREE);
    free = "no get me one";
    confidence = 0.55;
    listening = samples -> "one";
    assertThat(text(heard())).as("sure of neither").isEqualTo(free);
  }

  @Test
  void whatLiesOutsideTheGrammarIsHeardAgainWithout() throws Exception {
    listening = samples -> "no [unk] one";
    free = FREE;
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
    assertThat(decoder.accept(SECOND).text()).isEqualTo("one ate");
    assertThat(decoder.accept(SECOND).text()).isEqualTo("one two");
    assertThat(text(decoder)).isEqualTo("one two");
    assertThat(made).allMatch(engine -> engine.closed == 1);
  }

  @Test
  void whatTheGrammarDoesNotHearOrIsNotSureOfIsHeardAgain() throws Exception {
    listening = samples -> "";
    free = FREE;
    assertThat(text(heard())).isEqualTo(FREE);
    listening = samples -> "one two";
    confidence = 0.4;
    VoskDecoder unsure = heard();
    assertThat(unsure.finish()).extracting(Transcript.Word::startSample).startsWith(4_000L);
    assertThat(made).allMatch(engine -> engine.closed == 1);
  }

  @Test
  void aSecondLookThatTakesTooLongIsGivenUp() throws Exception {
    listening = samples -> "one [unk]";
    free = FREE;
    perSecond = Duration.ofSeconds(4);
    VoskDecoder decoder = heard();
    decoder.accept(SECOND);
    decoder.accept(SECOND);
    long before = clock.nanos();
    assertThat(text(decoder)).isEqualTo("one");
    assertThat(Duration.ofNanos(clock.nanos() - before)).isLessThanOrEqualTo(Duration.ofSeconds(2));
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
    assertThat(text(decoder)).isEqualTo(free);
    assertThat(made).hasSize(1);
  }

  private VoskDecoder decoder() {
    return new VoskDecoder(this::make, Optional.of("[\"one\", \"two\", \"[unk]\"]"), 4_000, clock);
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
      return grammar ? listening.apply(samples) : free;
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
