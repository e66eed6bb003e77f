package org.cordboard.sim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a finished call as a scenario file: what the caller said is said again, and what came of
 * it is expected again. What is masked on the ledger is replaced by something harmless and marked
 * in the file; the caller's own number is never copied. Pure.
 */
public final class ScenarioWriter {
  private static final String CALLER = "+15550199";
  private static final long LEAST_LIMIT_S = 180;
  private static final Map<String, String> MASKS =
      Map.of("[number]", "0 0 0 0", "[e-mail]", "name at example dot com");

  private final StringBuilder yaml = new StringBuilder();
  private final RecordedCall call;
  private final Plan plan;
  private boolean masked;

  private ScenarioWriter(RecordedCall call, Plan plan) {
    this.call = call;
    this.plan = plan;
  }

  /**
   * What a ledger does not tell.
   *
   * @param callSid the call, for the file's first line
   * @param voice of all people
   * @param numbers the desk's people's numbers, by their id
   * @param clips WAV files of the caller's turns, in order, relative to the scenario; empty for
   *     none
   * @param joined the same of what the caller said to the person
   */
  public record Plan(
      String callSid,
      String voice,
      Map<String, String> numbers,
      List<String> clips,
      List<String> joined) {
    /** Copies the collections. */
    public Plan {
      numbers = Map.copyOf(numbers);
      clips = List.copyOf(clips);
      joined = List.copyOf(joined);
    }
  }

  /**
   * When the caller spoke, in ms of the call's first stream: what may be cut out of its recording.
   * Later streams count anew.
   */
  public static List<long[]> callerTurns(List<LedgerLine> ledger) {
    return new RecordedCall(RecordedCall.firstStream(ledger))
        .talk().stream()
            .flatMap(each -> each.caller().stream())
            .filter(turn -> !turn.keyed() && !turn.text().isBlank())
            .map(turn -> new long[] {turn.startMs(), turn.endMs()})
            .toList();
  }

  /** When the caller spoke to a person, in ms of the call's first recording. */
  public static List<long[]> callerTurnsAfterJoin(List<LedgerLine> ledger) {
    return new RecordedCall(RecordedCall.firstRecording(ledger))
        .afterJoin().stream()
            .filter(RecordedCall.Said::caller)
            .map(said -> new long[] {said.startMs(), said.endMs()})
            .toList();
  }

  /** The scenario as YAML. */
  public static String write(List<LedgerLine> ledger, Plan plan) {
    return new ScenarioWriter(new RecordedCall(ledger), plan).written();
  }

  private String written() {
    line(
        "# Written from the ledger of call "
            + plan.callSid()
            + ": read it through before you rely");
    line("# on it. Words after 'until' are what the AI answered then.");
    if (call.has("ConfirmationGiven")) {
      line("# Something was done for good: play it where that has not been done before.");
    }
    line("about: as call " + plan.callSid());
    line("limit: " + Math.max(LEAST_LIMIT_S, 2 * call.lastedS() + 30) + "s");
    line("");
    line("caller:");
    line("  from: \"" + CALLER + "\" # the caller's own number is not copied");
    line("  voice: " + plan.voice());
    line("  answers:");
    line("    \"are you still there|can you hear me\": \"Yes, I am here.\"");
    line("  steps:");
    line("    - hear");
    talk();
    afterJoin("caller", "    ");
    goodbye();
    agents();
    line("");
    line("expect:");
    expectations();
    if (masked) {
      yaml.insert(
          0, "# Lines marked 'masked' held numbers or addresses that the ledger does not keep.\n");
    }
    return yaml.toString();
  }

  private void talk() {
    List<RecordedCall.Event> talk = call.talk();
    int clip = 0;
    for (int i = 0; i < talk.size(); i++) {
      Optional<RecordedCall.CallerTurn> turn = talk.get(i).caller();
      if (turn.isEmpty() || turn.get().text().isBlank()) {
        continue;
      }
      boolean goodbye = !call.joined() && last(talk, i); // nothing need be answered to it
      Set<String> answer = goodbye ? Set.of() : Telling.words(talk, i + 1);
      if (turn.get().keyed()) {
        keyed(turn.get().text(), answer);
      } else {
        said(turn.get().text(), clip < plan.clips().size() ? plan.clips().get(clip) : "", answer);
        clip++;
      }
    }
  }

  private static boolean last(List<RecordedCall.Event> talk, int turn) {
    return talk.subList(turn + 1, talk.size()).stream()
        .noneMatch(each -> each.caller().isPresent());
  }

  private void keyed(String text, Set<String> answer) {
    String keys = text.replaceAll("[^0-9*#]", "");
    line(
        "    - press: \""
            + (keys.isEmpty() ? "000000\" # masked: put the keys of a test here" : keys + "\""));
    masked |= keys.isEmpty();
    line(answer.isEmpty() ? "    - hear" : "    - hear: " + String.join("|", answer));
  }

  private void said(String text, String clip, Set<String> answer) {
    String words = unmasked(text);
    String note = words.equals(text) ? "" : " # masked";
    if (!clip.isEmpty()) {
      line("    - say: {text: " + quoted(words) + ", wav: " + clip + "}" + note);
    } else if (answer.isEmpty()) {
      line("    - say: " + quoted(words) + note);
    } else {
      line("    - say: [" + quoted(words) + ", {text: " + quoted(words) + ", rate: 85}]" + note);
    }
    line(answer.isEmpty() ? "    - pause: 1s" : "      until: " + String.join("|", answer));
  }

  private String unmasked(String text) {
    String words = text.strip();
    for (Map.Entry<String, String> mask : MASKS.entrySet()) {
      masked |= words.contains(mask.getKey());
      words = words.replace(mask.getKey(), mask.getValue());
    }
    return words;
  }

  private void afterJoin(String me, String indent) {
    if (!call.joined()) {
      return;
    }
    if (me.equals("caller")) {
      line(indent + "- wait-for: {transfer: BRIDGED}");
      line(indent + "  within: 120s");
    }
    boolean listening = false;
    int clip = 0;
    for (RecordedCall.Said said : call.afterJoin()) {
      if (said.caller() != me.equals("caller")) {
        listening = true;
        continue;
      }
      if (listening) {
        line(indent + "- hear");
        listening = false;
      }
      String words = quoted(unmasked(said.text()));
      boolean cut = said.caller() && clip < plan.joined().size();
      line(
          indent
              + "- say: "
              + (cut ? "{text: " + words + ", wav: " + plan.joined().get(clip++) + "}" : words));
    }
    boolean left = me.equals("caller") && !call.text("CallEnded", "by").equals("CALLER");
    if (listening && !left) { // who is left hears to the end anyway
      line(indent + "- hear");
    }
  }

  private void goodbye() {
    String by = call.text("CallEnded", "by");
    if (by.equals("CALLER")) {
      line("    - pause: 2s");
      line("    - hang-up");
    } else {
      line("    - wait-for: ended");
      line("      within: 60s");
    }
  }

  private void agents() {
    List<RecordedCall.Rung> rung = call.rung();
    if (rung.isEmpty()) {
      return;
    }
    line("");
    line("agents:");
    for (RecordedCall.Rung each : rung) {
      boolean took = each.last().equals("ACCEPTED");
      line("  - name: " + quoted(each.name().isEmpty() ? each.id() : each.name()));
      line("    number: \"" + plan.numbers().getOrDefault(each.id(), "+15550190") + "\"");
      line("    voice: " + plan.voice());
      line("    rings: 1s");
      line("    behaviour: " + behaviour(each.last()));
      if (took && !call.afterJoin().isEmpty()) {
        line("    steps:");
        line("      - hear");
        afterJoin("person", "      ");
        if (call.text("CallEnded", "by").equals("PERSON")) {
          line("      - pause: 2s");
          line("      - hang-up");
        }
      }
    }
  }

  private static String behaviour(String last) {
    return switch (last) {
      case "ACCEPTED" -> "accept";
      case "REFUSED" -> "refuse";
      case "MACHINE" -> "voicemail";
      default -> "no-answer";
    };
  }

  private void expectations() {
    String outcome = call.text("CallEnded", "outcome");
    if (!outcome.isEmpty()) {
      line("  - outcome: " + outcome);
    }
    boolean confirmed = call.has("ConfirmationGiven");
    call.counted("ToolFinished", "tool", Map.of("ok", "true"))
        .forEach(
            (tool, times) -> {
              line("  - tool: " + tool);
              line(confirmed ? "    at-least: 1\n    at-most: " + times : "    at-least: 1");
            });
    call.counted("EscalationFired", "rule", Map.of()).keySet().stream()
        .filter(rule -> !rule.equals("R17")) // a part had failed just then
        .forEach(
            rule -> {
              line("  - entry: EscalationFired");
              line("    with: {rule: " + rule + "}");
            });
    call.counted("NoticeHeard", "notice", Map.of())
        .keySet()
        .forEach(
            notice -> {
              line("  - entry: NoticeHeard");
              line("    with: {notice: " + notice + "}");
            });
    for (String type : List.of("KnowledgeUsed", "PromiseMade")) {
      if (call.has(type)) {
        line("  - entry: " + type);
        line("    at-least: 1");
      }
    }
    line("  - person-joined: " + call.joined());
    line("  - no-notices: true");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }
}
