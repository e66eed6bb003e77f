package org.cordboard.dialog;

import java.util.List;
import org.cordboard.config.Loop;
import org.cordboard.dialog.ledger.CallLedger;

/** Opens dialogs; one per process. */
public interface DialogFactory extends AutoCloseable {

  /** A dialog for one call. The ledger may already hold entries, when the call is resumed. */
  Dialog open(CallContext context, CallLedger ledger, Loop loop, DialogListener listener);

  /** What is said word for word in call after call; a voice may make it in advance. */
  default List<String> fixedTexts() {
    return List.of();
  }

  /** The playbook's name and version, as put on the ledger. */
  String playbookVersion();

  @Override
  void close();
}
