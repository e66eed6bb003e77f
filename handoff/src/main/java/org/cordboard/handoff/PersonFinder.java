package org.cordboard.handoff;

import java.util.List;
import java.util.function.Consumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the desk who is next and reserves them; the first who can be reserved is taken. */
final class PersonFinder {
  private static final Logger log = LoggerFactory.getLogger(PersonFinder.class);

  private final AgentDesk desk;
  private final Loop loop;
  private final Consumer<TransferEvent> back;

  PersonFinder(AgentDesk desk, Loop loop, Consumer<TransferEvent> back) {
    this.desk = desk;
    this.loop = loop;
    this.back = back;
  }

  void find(TransferAction.Find find) {
    desk.candidates(
        find.skill(),
        find.asked(),
        loop,
        Completion.of(
            people -> claim(find.offer(), people, 0), failure -> nobody(find.offer(), failure)));
  }

  private void claim(String offer, List<TransferTarget> people, int index) {
    if (index == people.size()) {
      back.accept(new TransferEvent.NobodyFound(offer));
      return;
    }
    TransferTarget person = people.get(index);
    desk.claim(
        person.agent(),
        offer,
        loop,
        Completion.of(
            claimed -> {
              if (claimed) {
                back.accept(new TransferEvent.PersonFound(offer, person));
              } else {
                claim(offer, people, index + 1);
              }
            },
            failure -> nobody(offer, failure)));
  }

  private void nobody(String offer, Throwable failure) {
    log.warn("the desk did not answer for offer {}: {}", offer, failure.toString());
    back.accept(new TransferEvent.NobodyFound(offer));
  }
}
