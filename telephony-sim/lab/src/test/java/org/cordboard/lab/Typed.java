package org.cordboard.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A command as somebody typed it, and what came of it. */
record Typed(int status, String out, String err) {

  static Typed of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Cordboard.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return new Typed(command.execute(arguments), out.toString(), err.toString());
  }

  /** The command over scripted speech and the sample company, with {@code lines} of settings. */
  static Typed with(Path folder, String lines, String... arguments) {
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    List<String> all = new ArrayList<>(List.of(arguments[0], "--settings"));
    try {
      all.add(
          Files.writeString(
                  folder.resolve("typed.conf"),
                  "speech { recognizer.type = scripted, synthesizer.type = scripted, vad.type ="
                      + " energy }\n"
                      + "playbook.path = \""
                      + root.resolve("dialog/playbook")
                      + "\"\nstore.folder = \""
                      + folder.resolve("store")
                      + "\"\ngateway.data-dir = \""
                      + folder.resolve("data")
                      + "\"\nsim.data-dir = \""
                      + folder.resolve("sim")
                      + "\"\n"
                      + lines
                      + "\n")
              .toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    all.addAll(List.of(arguments).subList(1, arguments.length));
    return of(all.toArray(String[]::new));
  }
}
