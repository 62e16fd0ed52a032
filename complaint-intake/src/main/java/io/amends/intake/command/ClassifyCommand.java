package io.amends.intake.command;

import io.amends.contracts.intake.Suggestion;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.intake.classification.Classifier;
import io.amends.intake.classification.Evaluation;
import io.amends.intake.classification.Evaluation.Labelled;
import io.amends.intake.classification.Matter;
import io.amends.intake.classification.Sentences;
import io.amends.intake.classification.SpokenLanguage;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./amends classify}: how good the door is at reading what went wrong. */
@Command(
    name = "classify",
    description =
        "Reads labelled sentences as the door reads complaints, those that ship or a file's, and says"
            + " how often it is right; or says what it reads in a file of complaints.",
    mixinStandardHelpOptions = true)
public final class ClassifyCommand implements Callable<Integer> {

  private static final int NOT_THERE = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "complaints, one a line, JSON; none: the sentences that ship")
  private @Nullable Path complaints;

  @Option(
      names = "--labelled",
      paramLabel = "TSV",
      description = "sentences of one's own: code, language, text, with tabs between")
  private @Nullable Path labelled;

  @Option(
      names = "--matter",
      paramLabel = "MATTER",
      description = "what they are labelled for: ${COMPLETION-CANDIDATES} (default: ISSUE)")
  private Matter matter = Matter.ISSUE;

  private final Classifier classifier = Classifier.shipped();
  private final HotelPolicy policy =
      Json.mapper().convertValue(Yaml.resource(HotelPolicy.SHIPPED), HotelPolicy.class);

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ClassifyCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path file = labelled == null ? complaints : labelled;
    if (file != null && !Files.isReadable(file)) {
      spec.commandLine().getErr().println("FILE: " + file + " (expected: a file to read)");
      return NOT_THERE;
    }
    if (complaints != null) {
      read(complaints, out);
    } else if (labelled != null) {
      evaluate("of one's own", Sentences.read(labelled), matter, out);
    } else {
      evaluate("held out", Sentences.heldOut(), Matter.ISSUE, out);
      Matter.OF_MANNER.forEach(each -> evaluate("held out", Sentences.heldOut(each), each, out));
      evaluate("tuned on", Sentences.tuned(), Matter.ISSUE, out);
      Matter.OF_MANNER.forEach(each -> evaluate("tuned on", Sentences.tuned(each), each, out));
    }
    out.flush();
    return 0;
  }

  private String typeOf(String issue) {
    var entry = policy.catalogue().get(issue);
    return entry == null ? issue : entry.type().name();
  }

  private void evaluate(String which, List<Labelled> texts, Matter of, PrintWriter out) {
    out.printf("%nSentences %s%n", which);
    if (of == Matter.ISSUE) {
      table("failure type", classifier, texts, this::typeOf, out);
      table("code", classifier, texts, UnaryOperator.identity(), out);
    } else {
      table(of.word(), Classifier.of(of), texts, UnaryOperator.identity(), out);
    }
  }

  private static void table(
      String what,
      Classifier classifier,
      List<Labelled> texts,
      UnaryOperator<String> classOf,
      PrintWriter out) {
    Evaluation evaluation = Evaluation.of(classifier, texts, classOf);
    out.printf(
        Locale.ROOT, "%n| %s | texts | precision | recall |%n| --- | ---: | ---: | ---: |%n", what);
    evaluation
        .classes()
        .forEach(
            (name, counts) ->
                out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s |%n",
                    name,
                    counts.labelled(),
                    share(counts.precision()),
                    share(counts.recall())));
    out.printf(
        Locale.ROOT, "%nright: %s of %d texts%n", share(evaluation.accuracy()), evaluation.texts());
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f", share);
  }

  /** What is said of each, and in which language; labels there are for languages alone. */
  private void read(Path file, PrintWriter out) throws IOException {
    Map<String, Integer> issues = new TreeMap<>();
    Map<String, Integer> languages = new TreeMap<>();
    Map<Matter, Classifier> others = new EnumMap<>(Matter.class);
    Map<Matter, Map<String, Integer>> manners = new EnumMap<>(Matter.class);
    Matter.OF_MANNER.forEach(each -> others.put(each, Classifier.of(each)));
    int texts = 0;
    int suggested = 0;
    int sure = 0;
    long began = System.nanoTime();
    for (String line : Files.readAllLines(file)) {
      String narrative = Json.mapper().readTree(line).path("narrative").asString("");
      if (narrative.isBlank()) {
        continue;
      }
      texts++;
      Optional<Suggestion> suggestion = classifier.suggest(narrative);
      if (suggestion.isPresent()) {
        suggested++;
        sure += classifier.isSure(suggestion.get()) ? 1 : 0;
        issues.merge(suggestion.get().issue(), 1, Integer::sum);
      }
      others.forEach(
          (each, reads) ->
              reads
                  .suggest(narrative)
                  .ifPresent(
                      found ->
                          manners
                              .computeIfAbsent(each, _ -> new TreeMap<>())
                              .merge(found.issue(), 1, Integer::sum)));
      String said = Json.mapper().readTree(line).path("language").asString("none");
      String found = SpokenLanguage.of(narrative).orElse("none");
      languages.merge(said + " | " + found, 1, Integer::sum);
    }
    double micros = (System.nanoTime() - began) / 1e3 / Math.max(1, texts);
    out.printf(
        Locale.ROOT,
        "%d texts; something suggested for %.3f, surely for %.3f; %.0f µs a text%n",
        texts,
        (double) suggested / texts,
        (double) sure / texts,
        micros);
    out.printf("%n| said to be | read as | texts |%n| --- | --- | ---: |%n");
    languages.forEach((pair, count) -> out.printf("| %s | %d |%n", pair, count));
    out.printf("%n| code | suggested for |%n| --- | ---: |%n");
    table(issues, out);
    manners.forEach(
        (each, codes) -> {
          out.printf("%n| %s | suggested for |%n| --- | ---: |%n", each.word());
          table(codes, out);
        });
  }

  private static void table(Map<String, Integer> counts, PrintWriter out) {
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(each -> out.printf("| %s | %d |%n", each.getKey(), each.getValue()));
  }
}
