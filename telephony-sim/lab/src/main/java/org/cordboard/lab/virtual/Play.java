package org.cordboard.lab.virtual;

import java.util.List;
import org.cordboard.dialog.DialogFactory;
import org.cordboard.dialog.DialogParts;
import org.cordboard.sim.faults.Dice;
import org.cordboard.sim.party.Script;

/** What is played on a {@link Stage}: who calls, and who answers. */
public enum Play {
  /** Callers speak over long statements. */
  OVERLAPS {
    @Override
    Script caller(Dice dice) {
      return StageScript.of(dice);
    }

    @Override
    DialogFactory dialogs(Company company, DialogParts.Ground ground) {
      return new StageDialogs();
    }
  },
  /** Callers of the sample company want to know things, and their money back. */
  WISHES {
    @Override
    Script caller(Dice dice) {
      return Callers.script(dice.pick(List.of(Kind.STATUS, Kind.REFUND, Kind.QUESTION)), dice);
    }

    @Override
    DialogFactory dialogs(Company company, DialogParts.Ground ground) {
      return DialogParts.assemble(
          company.settings(),
          new DialogParts.Mind(
              company.mind().playbook(),
              company.mind().folder(),
              company.mind().understanding(),
              company.mind().knowledge(),
              company.mind().answers()),
          ground);
    }
  };

  abstract Script caller(Dice dice);

  abstract DialogFactory dialogs(Company company, DialogParts.Ground ground);
}
