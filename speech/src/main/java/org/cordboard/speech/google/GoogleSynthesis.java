package org.cordboard.speech.google;

import com.google.cloud.texttospeech.v1.StreamingSynthesizeRequest;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeResponse;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechResponse;
import java.time.Duration;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.ProportionalWords.Place;
import org.jspecify.annotations.Nullable;

/**
 * One text being spoken: as a stream if the voice can, else whole, with marks if it has them. Tried
 * again only while nothing has been heard. On the loop.
 */
final class GoogleSynthesis implements Synthesis {
  private static final Duration BACKOFF = Duration.ofMillis(100);

  /** How a voice is asked; each is tried when the one before it is refused. */
  enum Way {
    STREAM,
    MARKED,
    PLAIN
  }

  private final GoogleSynthesizer synthesizer;
  private final SpeechRequest request;
  private final VoiceChoice voice;
  private final Loop loop;
  private final SynthesisListener listener;
  private final MarkedText marked;
  private Way way;
  private SpokenBytes bytes;
  private int attempts;
  private boolean heard;
  private boolean over;
  private @Nullable GoogleCall<StreamingSynthesizeRequest, StreamingSynthesizeResponse> call;
  private Runnable stopWhole = () -> {};
  private Clock.@Nullable Timer deadline;

  GoogleSynthesis(
      GoogleSynthesizer synthesizer,
      SpeechRequest request,
      VoiceChoice voice,
      Loop loop,
      SynthesisListener listener) {
    this.synthesizer = synthesizer;
    this.request = request;
    this.voice = voice;
    this.loop = loop;
    this.listener = listener;
    this.marked =
        request.markup().map(MarkedText::ofMarkup).orElseGet(() -> MarkedText.of(request.text()));
    this.way = synthesizer.wayFor(voice);
    this.bytes = synthesizer.bytes(voice, request.gain());
  }

  void begin() {
    if (over) {
      return;
    }
    attempts++;
    bytes = synthesizer.bytes(voice, request.gain());
    expectAudio();
    if (way == Way.STREAM) {
      var opened = synthesizer.stream(loop, new Streamed());
      call = opened;
      opened.send(synthesizer.requests().first(voice, request.rate()));
      opened.send(synthesizer.requests().text(request.text()));
      opened.endSending();
    } else {
      var whole =
          way == Way.MARKED
              ? synthesizer.requests().marked(marked, voice, request.rate())
              : synthesizer.requests().whole(request.text(), voice, request.rate());
      stopWhole = synthesizer.whole(whole, loop, Completion.of(this::spoken, this::failed));
    }
  }

  /** What is streamed, in pieces. */
  private final class Streamed implements GoogleCall.Events<StreamingSynthesizeResponse> {
    @Override
    public void response(StreamingSynthesizeResponse response) {
      expectAudio();
      send(bytes.push(response.getAudioContent().toByteArray()));
    }

    @Override
    public void failed(Throwable failure) {
      GoogleSynthesis.this.failed(failure);
    }

    @Override
    public void completed() {
      send(bytes.finish());
      end();
    }
  }

  private void spoken(SynthesizeSpeechResponse response) {
    if (over) {
      return;
    }
    byte[] first = bytes.push(response.getAudioContent().toByteArray());
    byte[] rest = bytes.finish();
    for (Place word : marked.places(request.text(), response, first.length + rest.length)) {
      listener.onWord(word.from(), word.to(), word.startSample());
      if (over) {
        return;
      }
    }
    send(first);
    send(rest);
    end();
  }

  private void send(byte[] audio) {
    if (!over && audio.length > 0) {
      heard = true;
      listener.onAudio(audio);
    }
  }

  private void end() {
    if (over) {
      return;
    }
    if (!heard) {
      fail(GoogleFailure.silent(GoogleSynthesizer.SERVICE, synthesizer.described(voice)));
      return;
    }
    synthesizer.learned(voice, way, bytes);
    over = true;
    cancelDeadline();
    listener.onEnd();
  }

  private void failed(Throwable cause) {
    if (over) {
      return;
    }
    GoogleFailure failure = synthesizer.failure(cause, voice);
    if (!heard && failure.refused() && way != Way.PLAIN) {
      way = way == Way.STREAM ? synthesizer.wholeWay() : Way.PLAIN;
      attempts = 0;
      begin();
    } else if (!heard && failure.passing() && attempts < synthesizer.attempts()) {
      cancelDeadline();
      loop.clock().after(BACKOFF.multipliedBy(1L << attempts), this::begin);
    } else {
      fail(failure);
    }
  }

  /** There was nothing to say. */
  void endSilently() {
    if (!over) {
      over = true;
      listener.onEnd();
    }
  }

  void fail(Throwable failure) {
    if (!over) {
      stop();
      listener.onFailure(failure);
    }
  }

  private void expectAudio() {
    cancelDeadline();
    Duration timeout = synthesizer.timeout();
    deadline =
        loop.clock()
            .after(
                timeout,
                () ->
                    fail(
                        GoogleFailure.late(
                            GoogleSynthesizer.SERVICE,
                            "audio",
                            timeout.toMillis() + " ms (speech.google.voice.timeout)")));
  }

  private void cancelDeadline() {
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
  }

  private void stop() {
    over = true;
    cancelDeadline();
    if (call != null) {
      call.cancel();
    }
    stopWhole.run();
  }

  @Override
  public void cancel() {
    if (!over) {
      stop();
    }
  }
}
