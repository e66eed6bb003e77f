package org.cordboard.dialog.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.cordboard.config.ManualClock;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.store.MemoryEffects;
import org.cordboard.dialog.store.MemoryPromises;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCatalogTest {
  private static final Path PLAYBOOK = Path.of("playbook");

  @Test
  void theSampleCompanyHasThreeToolsWithTheirBackends() {
    ToolCatalog tools = ToolCatalog.load(PLAYBOOK.resolve("tools"));
    Backends backends =
        Backends.sample(
            PLAYBOOK, new MemoryEffects(), new MemoryPromises(), new ManualClock(), ZoneOffset.UTC);

    assertThat(tools.all())
        .extracting(ToolDefinition::name)
        .containsExactly("leave_message", "order_status", "refund_order");
    assertThat(backends.requireAll(tools)).isNotNull();
    assertThat(tools.specifications().get(2).parameters().properties())
        .containsOnlyKeys("order_number");
  }

  @Test
  void everyStatusOfTheSampleOrdersHasItsSentence() {
    ToolCatalog tools = ToolCatalog.load(PLAYBOOK.resolve("tools"));
    ToolDefinition status = tools.find("order_status").orElseThrow();
    Backend orders =
        Backends.sample(
                PLAYBOOK,
                new MemoryEffects(),
                new MemoryPromises(),
                new ManualClock(),
                ZoneOffset.UTC)
            .of(status);

    for (String number : OrderBook.read(PLAYBOOK.resolve("data/orders.json")).keySet()) {
      Map<String, String> facts = orders.lookUp(status, Map.of("order_number", number));
      String spoken = status.spokenResult(facts);
      assertThat(spoken).contains(WrittenText.digits(number)).doesNotContain("isn't clear", "{");
      assertThat(status.note(facts).orElseThrow()).contains(number).doesNotContain("{", "  ");
    }
  }

  @Test
  void aMistakeInAToolNamesFileKeyAndFix(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("broken.conf");
    Files.writeString(file, "name = broken\ndescripton = \"x\"\n");

    assertThatThrownBy(() -> ToolCatalog.load(folder))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("broken.conf");
  }

  @Test
  void aMistakeInTheOrdersNamesFileAndLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("orders.json");
    Files.writeString(file, "[\n  {\"number\": \"12\", \"items\": \"x\"}\n]");

    assertThatThrownBy(() -> OrderBook.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("orders.json:2");
  }

  @Test
  void anUnknownBackendIsNamed() {
    ToolCatalog tools = ToolCatalog.load(PLAYBOOK.resolve("tools"));

    assertThatThrownBy(() -> new Backends(Map.of()).requireAll(tools))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("leave_message.conf: backend 'messages' is not known");
  }
}
