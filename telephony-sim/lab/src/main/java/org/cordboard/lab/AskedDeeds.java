package org.cordboard.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.cordboard.sim.scenario.Deeds;

/**
 * Deeds done by the process that started this one: asked for on standard output, answered on
 * standard input as {@code done ID [problem]}.
 */
final class AskedDeeds implements Deeds {
  private final SimReport report;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, Consumer<String>> waiting = new ConcurrentHashMap<>();

  AskedDeeds(SimReport report, InputStream answers) {
    this.report = report;
    Thread reader = new Thread(() -> read(answers), "deeds");
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public void perform(String deed, Consumer<String> done) {
    long id = ids.incrementAndGet();
    waiting.put(id, done);
    report.deed(deed, id);
  }

  private void read(InputStream answers) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", 3);
        if (words.length >= 2 && words[0].equals("done") && words[1].matches("\\d{1,18}")) {
          Consumer<String> done = waiting.remove(Long.parseLong(words[1]));
          if (done != null) {
            done.accept(words.length == 3 ? words[2] : "");
          }
        }
      }
    } catch (IOException closed) {
      // the other side has gone: nobody can be asked any more
    }
  }
}
