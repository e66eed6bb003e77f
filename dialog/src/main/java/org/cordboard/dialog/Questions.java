package org.cordboard.dialog;

import java.util.Locale;
import java.util.regex.Pattern;
import org.cordboard.dialog.tools.ToolCatalog;
import org.cordboard.dialog.tools.ToolDefinition;

/**
 * Guesses from a free sentence what will be answered: a model writes questions without saying what
 * it expects. Pure.
 */
final class Questions {
  private static final Pattern YES_NO =
      Pattern.compile(
          "^(is|are|was|were|do|does|did|would|will|can|could|shall|should|have|has|may)\\b.*\\?$");

  private static final Pattern TELLS =
      Pattern.compile("^(so,? )?(is|was|are|do|does|did|have|has|shall|should|will|would)\\b");

  private Questions() {}

  /** What {@code sentence} expects: what a slot that it names takes, yes or no, or anything. */
  static Expecting expecting(String sentence, ToolCatalog tools) {
    String plain = sentence.toLowerCase(Locale.ROOT).replace("e-mail", "email").trim();
    boolean asks = plain.endsWith("?") || plain.startsWith("please ");
    if (!asks) {
      return Expecting.ANYTHING;
    }
    for (ToolDefinition tool : tools.all()) {
      for (ToolDefinition.Parameter parameter : tool.parameters().values()) {
        Expecting expecting = parameter.expecting();
        boolean named = plain.contains(parameter.slot().replace('_', ' '));
        boolean told = !parameter.digits() && TELLS.matcher(plain).find(); // "is that your e-mail?"
        if (named && !told && !expecting.equals(Expecting.ANYTHING)) {
          return expecting;
        }
      }
    }
    String lastClause = plain.substring(plain.lastIndexOf(',') + 1).trim();
    boolean yesNo = YES_NO.matcher(plain).find() || YES_NO.matcher(lastClause).find();
    return yesNo && !plain.contains(" or ") ? Expecting.YES_NO : Expecting.ANYTHING;
  }
}
