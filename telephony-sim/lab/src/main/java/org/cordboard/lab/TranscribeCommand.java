package org.cordboard.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.file.FileTranscript;
import org.cordboard.speech.file.SpeechFiles;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard transcribe}: recordings to words, by the configured recogniser. */
@Command(
    name = "transcribe",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what recordings say.",
      "One line each: file, words, milliseconds, separated by tabs.",
      "WAV files of 8 or 16 kHz, 16-bit or μ-law, go the way that calls go: voice activity, utterances, recogniser.",
      "Which recogniser: speech.recognizer.type (see ./cordboard models)."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:every file was transcribed", "2:a file could not be; the others were"})
final class TranscribeCommand implements Callable<Integer> {
  @ParentCommand private @Nullable Cordboard cordboard;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE.wav", description = "Recordings.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    Cordboard root = Required.of(cordboard);
    PrintWriter out = Required.of(spec).commandLine().getOut();
    PrintWriter err = Required.of(spec).commandLine().getErr();
    int failures = 0;
    try (SystemClock clock = new SystemClock("transcribe-clock");
        SpeechParts speech = SpeechParts.assemble(root.settings(), clock)) {
      SpeechFiles transcriber = speech.files();
      for (Path file : files) {
        try {
          FileTranscript said = transcriber.transcribe(file);
          out.println(file + "\t" + Printable.text(said.text()) + "\t" + said.took().toMillis());
          out.flush();
        } catch (IOException unusable) {
          failures++;
          err.println("cordboard: " + Complaint.of(unusable));
        }
      }
    }
    return failures == 0 ? 0 : 2;
  }
}
