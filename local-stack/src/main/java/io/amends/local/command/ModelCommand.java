package io.amends.local.command;

import io.amends.local.model.Models;
import io.amends.local.program.Ports;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The model that guests are scored by: a new one from the chain's own history, or an old one. */
@Command(
    name = "model",
    description = "The model of the risk that guests switch.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ModelCommand.Fit.class,
      ModelCommand.ListThem.class,
      ModelCommand.Rollback.class
    })
public final class ModelCommand {

  private static Models models(DataOption data) {
    Ports ports = data.running().namedPorts();
    return new Models(ports.url(Ports.SCORER), data.tokens(ports));
  }

  private static String fitted(JsonNode fit) {
    String candidate = fit.path("candidate").asString("none");
    return "%s: %s of %,d guests; in use is %s"
        .formatted(
            fit.path("verdict").asString(),
            candidate,
            fit.path("guests").asLong(),
            fit.path("inUse").asString());
  }

  private static void figures(JsonNode figures, String whose, String says) {
    if (figures.has(whose + ".logLoss")) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "  %-34s log loss %.4f, AUC %.4f, Brier %.4f, ECE %.4f, %,.0f guests",
              says,
              figures.path(whose + ".logLoss").asDouble(),
              figures.path(whose + ".auc").asDouble(),
              figures.path(whose + ".brier").asDouble(),
              figures.path(whose + ".ece").asDouble(),
              figures.path(whose + ".count").asDouble()));
    }
  }

  /** Makes one now. */
  @Command(
      name = "fit",
      description =
          "Makes a model of the chain's own history, and takes it into use unless it predicts"
              + " worse.",
      mixinStandardHelpOptions = true)
  static final class Fit implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long BETWEEN_LOOKS = Duration.ofMillis(500).toNanos();

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
      Models models = models(data);
      Instant asked = models.askForFit();
      long end = System.nanoTime() + PATIENCE.toNanos();
      Optional<JsonNode> ended = models.fitSince(asked);
      while (ended.isEmpty()) {
        if (System.nanoTime() > end) {
          throw new StackFailure(
              "Expected the fit to end within %d minutes, but it goes on; ./amends model list tells"
                  .formatted(PATIENCE.toMinutes()));
        }
        LockSupport.parkNanos(BETWEEN_LOOKS);
        ended = models.fitSince(asked);
      }
      JsonNode fit = ended.get();
      System.out.println(fitted(fit));
      figures(fit.path("figures"), "inUse", "what was in use, on outcomes since");
      figures(fit.path("figures"), "candidate", "the new one's recipe, not knowing them");
      return fit.path("verdict").asString().equals("FAILED") ? 1 : 0;
    }
  }

  /** Which there are. */
  @Command(
      name = "list",
      description = "Lists the versions of the model, the newest first.",
      mixinStandardHelpOptions = true)
  static final class ListThem implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
      JsonNode all = models(data).all();
      System.out.println("in use    " + all.path("inUse").path("version").asString());
      for (JsonNode version : all.path("versions")) {
        JsonNode window = version.path("window");
        System.out.println(
            "%s  %,d guests, %s to %s"
                .formatted(
                    version.path("version").asString(),
                    window.path("guests").asLong(),
                    window.path("from").asString(),
                    window.path("to").asString()));
        figures(version.path("figures"), "holdout", "its recipe on outcomes it did not know");
      }
      if (all.has("lastFit")) {
        System.out.println("last fit  " + fitted(all.path("lastFit")));
      }
      return 0;
    }
  }

  /** An earlier one again. */
  @Command(
      name = "rollback",
      description = "Takes an earlier version into use; guests are scored anew and nobody alerted.",
      mixinStandardHelpOptions = true)
  static final class Rollback implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Parameters(
        paramLabel = "VERSION",
        arity = "0..1",
        description = "as list names it, or prior-1, which ships (default: the one before)")
    private @Nullable String version;

    @Override
    public Integer call() throws InterruptedException {
      Models models = models(data);
      String wanted = version == null ? before(models.all()) : version;
      models.use(wanted);
      System.out.println("In use from now on: " + wanted);
      return 0;
    }

    private static String before(JsonNode all) {
      String inUse = all.path("inUse").path("version").asString();
      boolean passed = false;
      for (JsonNode one : all.path("versions")) {
        if (passed) {
          return one.path("version").asString();
        }
        passed = one.path("version").asString().equals(inUse);
      }
      return "prior-1";
    }
  }
}
