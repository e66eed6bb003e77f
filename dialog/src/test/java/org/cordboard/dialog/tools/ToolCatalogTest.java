package org.cordboard.dialog.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.cordboard.config.ManualClock;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.store.MemoryEffects;
import org.cordboard.dialog.store.MemoryPromises;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void aParameterIsAskedForInItsForm(@TempDir Path folder) throws IOException {
    assertThat(expecting(folder, "slot = email", ".+"))
        .isEqualTo(new Expecting(Expecting.Form.EMAIL, Set.of("email"), 0, 0));
    assertThat(expecting(folder, "slot = name", ".+").form()).isEqualTo(Expecting.Form.NAME);
    assertThat(expecting(folder, "slot = voucher, form = spelling", "[A-Z0-9]{4,6}"))
        .isEqualTo(new Expecting(Expecting.Form.SPELLING, Set.of("voucher"), 4, 6));
    assertThat(expecting(folder, "slot = voucher, form = spelling", "[0-9][A-Z]{2}").form())
        .isEqualTo(Expecting.Form.SPELLING);
    assertThat(expecting(folder, "slot = receipt_to, form = email", ".+").form())
        .isEqualTo(Expecting.Form.EMAIL);
    assertThat(expecting(folder, "slot = customer", "[0-9]{4}"))
        .isEqualTo(Expecting.digits("customer", 4, 4));
    assertThat(expecting(folder, "slot = customer, form = digits", "[1-9][0-9]{3}"))
        .isEqualTo(Expecting.digits("customer", 4, 4));
    assertThat(expecting(folder, "slot = note", ".+")).isEqualTo(Expecting.ANYTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slot = voucher, form = speling | .+ | digits, email, name, spelling",
        "slot = email, form = name | .+ | 'form' of the slot email is always email; leave it out",
        "slot = voucher, form = digits | [A-Z]{4} | 'pattern' takes no digits; write one such as",
      })
  void aFormThatCannotBeNamesFileLineAndFix(
      String slot, String pattern, String fix, @TempDir Path folder) {
    assertThatThrownBy(() -> expecting(folder, slot, pattern))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("voucher.conf:8")
        .hasMessageContaining(fix);
  }

  private static Expecting expecting(Path folder, String slot, String pattern) throws IOException {
    Files.writeString(
        folder.resolve("voucher.conf"),
        """
        name = voucher
        description = "x"
        label = "x"
        backend = messages
        level = unknown
        irreversible = false
        parameters { value {
          %s, pattern = "%s"
          description = "x", ask = "x" } }
        rules = []
        result-by = outcome
        results { other = "x" }
        """
            .formatted(slot, pattern));
    return ToolCatalog.load(folder)
        .find("voucher")
        .orElseThrow()
        .parameters()
        .get("value")
        .expecting();
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
