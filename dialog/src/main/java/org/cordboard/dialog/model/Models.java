package org.cordboard.dialog.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import org.cordboard.config.Clock;

/** Makes the model that the settings name. */
public final class Models {
  private static final int ANSWER_BUDGETS = 4; // a whole answer may take so many silences

  private Models() {}

  /**
   * The model of {@code settings}.
   *
   * @param builtIn the one that needs nothing
   * @param clock times a scripted one
   */
  public static StreamingChatModel of(
      ModelSettings settings, BuiltInChatModel builtIn, Clock clock) {
    return switch (settings.type()) {
      case BUILTIN -> builtIn;
      case OPENAI -> openAi(settings);
      case SCRIPTED -> new ScriptedChatModel(builtIn, settings.scripted(), clock);
    };
  }

  private static StreamingChatModel openAi(ModelSettings settings) {
    ModelSettings.OpenAi openai = settings.openai();
    String key = openai.apiKey().isEmpty() ? "none" : openai.apiKey().reveal();
    return OpenAiStreamingChatModel.builder()
        .timeout(settings.giveUp().multipliedBy(ANSWER_BUDGETS))
        .baseUrl(openai.baseUrl().toString())
        .apiKey(key)
        .modelName(openai.model())
        .temperature(openai.temperature())
        .maxTokens(openai.maxTokens())
        .build();
  }
}
