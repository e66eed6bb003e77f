package org.cordboard.sim.carrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.sim.twiml.Verb;
import org.cordboard.sim.twiml.VerbResult;
import org.cordboard.speech.audio.MuLawWavWriter;

/** Keeps what {@code <Record>} records, as files {@code RE….wav}. */
final class Voicemail {
  private static final int WRITE_FAILED = 13610;

  private final Switchboard board;
  private final Optional<Path> folder;
  private final Loop loop;
  private final Workers lane;
  private final String apiUrl;

  Voicemail(Switchboard board, Optional<Path> folder, Loop loop, Workers lane, String apiUrl) {
    this.board = board;
    this.folder = folder;
    this.loop = loop;
    this.lane = lane;
    this.apiUrl = apiUrl;
  }

  /** The recording of one {@code <Record>}, to be begun on the leg. */
  Activity record(Leg leg, Verb.Record verb, Consumer<VerbResult> done) {
    return new RecordActivity(
        verb,
        (audio, key) -> ended(leg, audio, key, done),
        hungUp -> hungUp(leg, verb, hungUp),
        done);
  }

  private void ended(Leg leg, ByteArrayOutputStream audio, String key, Consumer<VerbResult> done) {
    store(
        leg,
        audio,
        parameters -> {
          parameters.put("Digits", key);
          done.accept(VerbResult.action(parameters));
        });
  }

  /** The caller hung up: the action is still told, and nothing it answers is executed. */
  private void hungUp(Leg leg, Verb.Record verb, ByteArrayOutputStream audio) {
    store(
        leg,
        audio,
        parameters -> {
          parameters.put("Digits", "hangup");
          board.tell(leg, verb.action(), parameters);
        });
  }

  private void store(Leg leg, ByteArrayOutputStream audio, Consumer<Map<String, String>> stored) {
    String sid = board.sids().next("RE");
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("RecordingSid", sid);
    parameters.put(
        "RecordingUrl",
        apiUrl + "/2010-04-01/Accounts/" + board.accountSid() + "/Recordings/" + sid);
    parameters.put("RecordingDuration", String.valueOf(Math.round(audio.size() / 8000.0)));
    if (folder.isEmpty()) {
      stored.accept(parameters);
      return;
    }
    Path wav = folder.get().resolve(sid + ".wav");
    byte[] bytes = audio.toByteArray();
    lane.submit(
        () -> write(wav, bytes),
        loop,
        Completion.of(
            path -> stored.accept(parameters),
            failure -> {
              board.notices().add(WRITE_FAILED, "<Record>: " + failure, leg.sid());
              stored.accept(parameters);
            }));
  }

  private static Path write(Path wav, byte[] audio) throws IOException {
    Path folder = wav.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (MuLawWavWriter writer = new MuLawWavWriter(wav, 1)) {
      writer.write(audio);
    }
    return wav;
  }
}
