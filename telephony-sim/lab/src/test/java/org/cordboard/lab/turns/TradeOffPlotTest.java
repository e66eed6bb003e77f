package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cordboard.lab.turns.TradeOffPlot.Curve;
import org.cordboard.lab.turns.TradeOffPlot.Point;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TradeOffPlotTest {
  private static final Point GOAL = new Point(300, 0.05);

  @Test
  void everyThresholdThatFitsIsDrawnWhereItBelongs() throws Exception {
    Curve silence =
        new Curve("silence", List.of(new Point(0, 0.8), new Point(500, 0.4), new Point(1_000, 0)));
    Curve words = new Curve("words & more", List.of(new Point(250, 0.9), new Point(300, 0.05)));
    Document drawn = parsed(TradeOffPlot.svg("5 turns < 6", List.of(silence, words), GOAL));

    assertThat(drawn.getElementsByTagName("circle").getLength()).isEqualTo(4); // 90 % does not fit
    Element line = (Element) drawn.getElementsByTagName("polyline").item(0);
    assertThat(line.getAttribute("points")).isEqualTo("64.0,52.0 402.0,208.0 740.0,364.0");
    assertThat(drawn.getDocumentElement().getTextContent())
        .contains("5 turns < 6", "words & more", "300 ms, 5.0 %", "median wait");
  }

  @Test
  void nothingMeasuredIsAnEmptyPicture() throws Exception {
    Document drawn =
        parsed(TradeOffPlot.svg("none", List.of(new Curve("silence", List.of())), GOAL));
    assertThat(drawn.getElementsByTagName("circle").getLength()).isZero();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
