package org.cordboard.dialog.tools;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.privacy.SlotForm;

/** The tools of a playbook, by name. Immutable; any thread. */
public final class ToolCatalog {
  private final Map<String, ToolDefinition> tools = new LinkedHashMap<>();

  /** A catalog of these. */
  public ToolCatalog(Collection<ToolDefinition> definitions) {
    for (ToolDefinition tool : definitions) {
      tools.put(tool.name(), tool);
    }
  }

  /**
   * Reads {@code NAME.conf} of a folder.
   *
   * @throws SettingsException naming file, line and fix
   */
  public static ToolCatalog load(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new ToolCatalog(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new ToolCatalog(
          files
              .filter(file -> file.toString().endsWith(".conf"))
              .sorted()
              .map(ToolCatalog::read)
              .toList());
    } catch (IOException unreadable) {
      throw new SettingsException(folder + ": cannot be read; check its permissions", unreadable);
    }
  }

  private static ToolDefinition read(Path file) {
    ToolDefinition tool = Settings.file(file).bind("", ToolDefinition.class);
    if (!file.getFileName().toString().equals(tool.name() + ".conf")) {
      throw new SettingsException(
          file + ": the tool is called '" + tool.name() + "'; rename the file or the tool");
    }
    return tool;
  }

  /** The tool of that name. */
  public Optional<ToolDefinition> find(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  /** All of them, by name. */
  public List<ToolDefinition> all() {
    return List.copyOf(tools.values());
  }

  /** The slots that any tool takes: their values may be said unasked. */
  public Set<String> slots() {
    Set<String> slots = new TreeSet<>();
    for (ToolDefinition tool : tools.values()) {
      tool.parameters().values().forEach(parameter -> slots.add(parameter.slot()));
    }
    return slots;
  }

  /** The forms of the digits that slots take. */
  public Set<SlotForm> forms() {
    Set<SlotForm> forms = new LinkedHashSet<>();
    for (ToolDefinition tool : tools.values()) {
      tool.parameters().values().stream()
          .filter(ToolDefinition.Parameter::digits)
          .forEach(parameter -> forms.add(new SlotForm(parameter.slot(), parameter.pattern())));
    }
    return forms;
  }

  /** What a model is told of them. */
  public List<ToolSpecification> specifications() {
    return tools.values().stream().map(ToolCatalog::specification).toList();
  }

  private static ToolSpecification specification(ToolDefinition tool) {
    JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
    tool.parameters()
        .forEach((name, parameter) -> schema.addStringProperty(name, parameter.description()));
    return ToolSpecification.builder()
        .name(tool.name())
        .description(tool.description())
        .parameters(schema.build())
        .build();
  }
}
