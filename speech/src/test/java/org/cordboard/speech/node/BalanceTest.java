package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordboard.speech.node.wire.Load;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.State;
import org.junit.jupiter.api.Test;

class BalanceTest {
  private static final Set<NodeAddress> NOBODY = Set.of();

  @Test
  void theNodeWithTheMostRoomIsAsked() {
    assertThat(hearing(node(1, 5, 10), node(2, 40, 100), node(3, 9, 10))).isEqualTo(2);
  }

  @Test
  void aNodeThatIsBehindIsAskedLate() {
    NodeView late = view(1, report(0, 10).setLoad(load(0, 10).setLagMillis(800)));
    assertThat(hearing(late, node(2, 7, 10))).isEqualTo(2);
  }

  @Test
  void streamsGivenSinceTheLastReportCount() {
    NodeView reported = new NodeView(at(1), report(0, 10).build(), "", 3, 0);
    assertThat(hearing(reported, node(2, 2, 10))).isEqualTo(2);
  }

  @Test
  void equalNodesTakeTurns() {
    List<NodeView> three = List.of(node(1, 0, 10), node(2, 0, 10), node(3, 0, 10));
    assertThat(List.of(0, 1, 2, 3).stream().map(turn -> hearing(three, turn)))
        .containsExactly(1, 2, 3, 1);
  }

  @Test
  void nobodyIsAskedWhoIsFullDrainingSickOrUnheard() {
    assertThat(
            hearing(
                node(1, 10, 10),
                view(2, report(0, 10).setState(State.DRAINING)),
                view(3, report(0, 10).setState(State.SICK)),
                view(4, report(0, 10).setState(State.FULL)),
                new NodeView(at(5), null, "is gone", 0, 0)))
        .isEqualTo(0);
  }

  @Test
  void aNodeIsAskedInALanguageThatItUnderstands() {
    NodeView german = view(1, report(0, 10).addLanguages("de-DE"));
    NodeView english = view(2, report(9, 10).addLanguages("en"));
    List<NodeView> both = List.of(german, english);
    assertThat(Balance.hearing(both, "en-US", NOBODY, 0)).contains(english);
    assertThat(Balance.hearing(both, "de", NOBODY, 0)).contains(german);
    assertThat(Balance.hearing(both, "fr-FR", NOBODY, 0)).isEmpty();
  }

  @Test
  void avoidedNodesAreNotAsked() {
    NodeView one = node(1, 0, 10);
    NodeView two = node(2, 9, 10);
    assertThat(Balance.hearing(List.of(one, two), "en", Set.of(at(1)), 0)).contains(two);
    assertThat(Balance.hearing(List.of(one, two), "en", Set.of(at(1), at(2)), 0)).isEmpty();
  }

  @Test
  void speechGoesOnOnlyWhereTheSameRepeatableVoiceIs() {
    NodeView first = view(1, report(0, 10).setSynthesizer("freetts").setRepeatable(true));
    NodeView same = view(2, report(0, 10).setSynthesizer("freetts").setRepeatable(true));
    NodeView other = view(3, report(0, 10).setSynthesizer("piper").setRepeatable(true));
    NodeView whim = view(4, report(0, 10).setSynthesizer("freetts"));
    List<NodeView> all = List.of(first, same, other, whim);
    Set<NodeAddress> without = Set.of(at(1));
    assertThat(Balance.speaking(all, Optional.of(first), without, 2)).contains(same);
    assertThat(Balance.speaking(all, Optional.of(other), Set.of(at(3)), 0)).isEmpty();
    assertThat(Balance.speaking(all, Optional.empty(), without, 2)).contains(other);
  }

  private static int hearing(NodeView... nodes) {
    return hearing(List.of(nodes), 0);
  }

  private static int hearing(List<NodeView> nodes, int turn) {
    return Balance.hearing(nodes, "en-US", NOBODY, turn)
        .map(node -> node.address().port())
        .orElse(0);
  }

  private static NodeView node(int number, int streams, int most) {
    return view(number, report(streams, most));
  }

  private static NodeView view(int number, NodeReport.Builder report) {
    return new NodeView(at(number), report.build(), "", 0, 0);
  }

  private static NodeReport.Builder report(int streams, int most) {
    return NodeReport.newBuilder().setLoad(load(streams, most));
  }

  private static Load.Builder load(int streams, int most) {
    return Load.newBuilder()
        .setStreams(streams)
        .setMaxStreams(most)
        .setSyntheses(streams)
        .setMaxSyntheses(most);
  }

  private static NodeAddress at(int number) {
    return new NodeAddress("10.0.0.9", number);
  }
}
