package org.cordboard.dialog;

import java.util.Set;
import java.util.stream.Collectors;
import org.cordboard.dialog.escalation.Escalations;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.privacy.Redactor;
import org.cordboard.dialog.privacy.SlotForm;
import org.cordboard.dialog.tools.ToolCatalog;

/**
 * What a conversation is led by: fixed for a call.
 *
 * @param playbook the company's
 * @param tools the playbook's
 * @param rules when a person is brought in
 * @param claims what may not be said
 * @param forms of the digits that slots take
 * @param settings thresholds
 * @param fillers what bridges late answers
 * @param speculates whether answers are worked out before a turn is surely over
 */
record Script(
    Playbook playbook,
    ToolCatalog tools,
    Escalations rules,
    Claims claims,
    Set<SlotForm> forms,
    DialogSettings.Turns settings,
    DialogSettings.Fillers fillers,
    boolean speculates) {

  /** Masks a caller's words, except the digits that the slots named here may hold. Pure. */
  String mask(String text, Set<String> allowedSlots) {
    Set<SlotForm> allowed =
        forms.stream()
            .filter(form -> allowedSlots.contains(form.name()))
            .collect(Collectors.toSet());
    return Redactor.redact(text, allowed).text();
  }
}
