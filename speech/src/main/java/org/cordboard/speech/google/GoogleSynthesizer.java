package org.cordboard.speech.google;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutureCallback;
import com.google.api.core.ApiFutures;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeRequest;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeResponse;
import com.google.cloud.texttospeech.v1.TextToSpeechClient;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechRequest;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Google Text-to-Speech as a voice. A text is streamed, its first audio passed on at once; voices
 * that cannot stream are asked for the whole text, which is found out once for each voice.
 */
public final class GoogleSynthesizer implements SpeechSynthesizer {
  static final String SERVICE = "Google Text-to-Speech";
  private static final Logger log = LoggerFactory.getLogger(GoogleSynthesizer.class);
  private static final Duration LONGEST = Duration.ofMinutes(2); // one text, spoken
  private static final int MOST_LISTED = 40; // voices in a message

  private final GoogleVoiceSettings settings;
  private final GoogleVoiceClients clients;
  private final SynthesisRequests requests;
  private final List<String> voices;
  private final Map<String, GoogleSynthesis.Way> ways = new ConcurrentHashMap<>();
  private final Map<String, VoiceLevel> levels = new ConcurrentHashMap<>();

  private GoogleSynthesizer(
      GoogleVoiceSettings settings, GoogleVoiceClients clients, List<String> voices) {
    this.settings = settings;
    this.clients = clients;
    this.requests = new SynthesisRequests(settings);
    this.voices = voices;
  }

  /**
   * Reads the credentials and asks Google which voices it has; waits for that at most the setting's
   * {@code timeout}, and does without when Google cannot be reached.
   *
   * @throws org.cordboard.config.SettingsException in one line, when there are no credentials, or
   *     Google does not accept them
   */
  public static GoogleSynthesizer load(GoogleSettings settings) {
    GoogleVoiceClients clients = GoogleVoiceClients.of(settings);
    try {
      return new GoogleSynthesizer(settings.voice(), clients, clients.voices());
    } catch (RuntimeException refused) {
      clients.close();
      throw refused;
    }
  }

  @Override
  public String name() {
    return "google " + (settings.name().isEmpty() ? settings.language() : settings.name());
  }

  /** Those that Google listed at the start; the configured one alone when it could not be asked. */
  @Override
  public List<String> voices() {
    return voices;
  }

  /** Voices that cannot stream take SSML, as far as they take marks; the others plain words. */
  @Override
  public boolean readsMarkup() {
    return settings.marks();
  }

  /** The language of the settings' voice: without one, Google would read any text in it. */
  @Override
  public boolean speaks(Locale language) {
    String own = VoiceChoice.of("", settings).language();
    return Locale.forLanguageTag(own).getLanguage().equals(language.getLanguage());
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    VoiceChoice voice = VoiceChoice.of(request.voice(), settings);
    GoogleSynthesis synthesis = new GoogleSynthesis(this, request, voice, loop, listener);
    if (request.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
      loop.clock().after(Duration.ZERO, synthesis::endSilently);
    } else if (voices.size() > 1 && !voice.name().isEmpty() && !voices.contains(voice.name())) {
      String message = unknown(voice);
      loop.clock()
          .after(Duration.ZERO, () -> synthesis.fail(new IllegalArgumentException(message)));
    } else {
      synthesis.begin();
    }
    return synthesis;
  }

  private String unknown(VoiceChoice voice) {
    List<String> same =
        voices.stream().filter(name -> name.startsWith(voice.language() + "-")).toList();
    List<String> listed = same.isEmpty() ? voices : same;
    return SERVICE
        + " has no voice '"
        + voice.name()
        + "'; it has "
        + String.join(", ", listed.subList(0, Math.min(MOST_LISTED, listed.size())));
  }

  GoogleCall<StreamingSynthesizeRequest, StreamingSynthesizeResponse> stream(
      Loop loop, GoogleCall.Events<StreamingSynthesizeResponse> events) {
    TextToSpeechClient client = clients.streaming();
    return GoogleCall.open(client.streamingSynthesizeCallable(), LONGEST, loop, events);
  }

  /** Asks for a whole text; answers how to stop that. */
  Runnable whole(
      SynthesizeSpeechRequest request, Loop loop, Completion<SynthesizeSpeechResponse> completion) {
    GrpcCallContext context =
        GrpcCallContext.createDefault()
            .withTimeoutDuration(settings.timeout())
            .withRetryableCodes(Set.of()); // tries are counted here
    ApiFuture<SynthesizeSpeechResponse> future =
        clients.whole().synthesizeSpeechCallable().futureCall(request, context);
    ApiFutures.addCallback(
        future,
        new ApiFutureCallback<>() {
          @Override
          public void onFailure(Throwable failure) {
            post(() -> completion.failed(failure));
          }

          @Override
          public void onSuccess(SynthesizeSpeechResponse response) {
            post(() -> completion.done(response));
          }

          private void post(Runnable task) {
            try {
              loop.run(task);
            } catch (IllegalStateException closed) {
              log.debug("an answer of Google found its loop closed");
            }
          }
        },
        Runnable::run);
    return () -> future.cancel(true);
  }

  SynthesisRequests requests() {
    return requests;
  }

  /** Of the loudness asked for, against that of our other voices. */
  SpokenBytes bytes(VoiceChoice voice, double gain) {
    boolean mulaw = settings.encoding() == GoogleVoiceSettings.Encoding.MULAW;
    return new SpokenBytes(mulaw, gain * level(voice).gain());
  }

  private VoiceLevel level(VoiceChoice voice) {
    return levels.computeIfAbsent(voice.toString(), unheard -> new VoiceLevel());
  }

  GoogleSynthesis.Way wayFor(VoiceChoice voice) {
    return ways.getOrDefault(voice.toString(), GoogleSynthesis.Way.STREAM);
  }

  GoogleSynthesis.Way wholeWay() {
    return settings.marks() ? GoogleSynthesis.Way.MARKED : GoogleSynthesis.Way.PLAIN;
  }

  /** The voice has spoken in this way: it is asked so the next time, and as loud as it was. */
  void learned(VoiceChoice voice, GoogleSynthesis.Way way, SpokenBytes spoken) {
    ways.put(voice.toString(), way);
    level(voice).spoke(spoken.levelDb(), spoken.seconds());
  }

  int attempts() {
    return settings.attempts();
  }

  Duration timeout() {
    return settings.timeout();
  }

  GoogleFailure failure(Throwable cause, VoiceChoice voice) {
    return GoogleVoiceClients.failure(cause, described(voice));
  }

  String described(VoiceChoice voice) {
    return "speech.google.voice (voice '"
        + voice.name()
        + "', language "
        + voice.language()
        + ", location "
        + settings.location()
        + ")";
  }

  @Override
  public void close() {
    clients.close();
  }
}
