package org.cordboard.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house that a class file can show. */
class HouseRulesTest {
  private static JavaClasses product;

  @BeforeAll
  static void importProduct() {
    product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.cordboard");
  }

  @Test
  void configKnowsNobody() {
    mustNotKnow(
        "org.cordboard.config..",
        "org.cordboard.speech..",
        "org.cordboard.dialog..",
        "org.cordboard.handoff..",
        "org.cordboard.gateway..",
        "org.cordboard.sim..",
        "org.cordboard.lab..");
  }

  @Test
  void speechKnowsOnlyConfig() {
    mustNotKnow(
        "org.cordboard.speech..",
        "org.cordboard.dialog..",
        "org.cordboard.handoff..",
        "org.cordboard.gateway..",
        "org.cordboard.sim..",
        "org.cordboard.lab..");
  }

  @Test
  void speechKnowsVertxAsANodeOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.cordboard.speech..")
        .and()
        .resideOutsideOfPackage("org.cordboard.speech.node..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.netty..")
        .check(product);
  }

  @Test
  void dialogDealsInTextAndKnowsNeitherSpeechNorHandoffNorVertx() {
    mustNotKnow(
        "org.cordboard.dialog..",
        "org.cordboard.speech..",
        "org.cordboard.handoff..",
        "org.cordboard.gateway..",
        "org.cordboard.sim..",
        "org.cordboard.lab..",
        "io.vertx..");
  }

  @Test
  void handoffKnowsNeitherSpeechNorGatewayNorVertxNorJedis() {
    mustNotKnow(
        "org.cordboard.handoff..",
        "org.cordboard.speech..",
        "org.cordboard.gateway..",
        "org.cordboard.sim..",
        "org.cordboard.lab..",
        "io.vertx..",
        "redis.clients..");
  }

  @Test
  void gatewayAndSimulatorNeverSeeEachOther() {
    mustNotKnow("org.cordboard.gateway..", "org.cordboard.sim..", "org.cordboard.lab..");
    mustNotKnow(
        "org.cordboard.sim..",
        "org.cordboard.gateway..",
        "org.cordboard.dialog..",
        "org.cordboard.handoff..",
        "org.cordboard.lab..",
        "com.twilio..");
  }

  @Test
  void onlyTheClocksReadTheTime() {
    for (Class<?> type :
        new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class}) {
      noClasses()
          .that()
          .doNotHaveSimpleName("SystemClock")
          .and()
          .doNotHaveSimpleName("VertxClock")
          .should()
          .callMethod(type, "now")
          .check(product);
    }
    for (String method : new String[] {"nanoTime", "currentTimeMillis"}) {
      noClasses()
          .that()
          .doNotHaveSimpleName("SystemClock")
          .and()
          .doNotHaveSimpleName("VertxClock")
          .should()
          .callMethod(System.class, method)
          .check(product);
    }
  }

  @Test
  void nobodySleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(product);
  }

  @Test
  void randomnessIsGivenNotTaken() {
    noClasses()
        .should()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .orShould()
        .callMethod(Math.class, "random")
        .check(product);
  }

  @Test
  void nobodyPrintsButTheCommands() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.cordboard.lab..")
        .and()
        .doNotHaveSimpleName("Main")
        .and()
        .doNotHaveSimpleName("AccuracyBench")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(product);
  }

  @Test
  void helpersManagersUtilitiesAndImplementationsHaveBetterNames() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.cordboard.speech.node.wire..") // generated
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .check(product);
  }

  private static void mustNotKnow(String who, String... others) {
    noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(product);
  }
}
