package io.amends.local.command;

import io.amends.local.program.Ports;
import io.amends.local.stack.StackFailure;
import io.amends.local.token.OneService;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What guests and staff would read, before anybody does. */
@Command(
    name = "letters",
    description = "Shows letters to guests and staff, or sends one to yourself.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LettersCommand.ListThem.class,
      LettersCommand.Preview.class,
      LettersCommand.Send.class
    })
public final class LettersCommand {

  private static OneService service(DataOption data) {
    Ports ports = data.running().namedPorts();
    return new OneService(
        "notification-service", ports.url(Ports.NOTIFICATION), data.tokens(ports));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** One of them, in a language. */
  static final class Which {

    @Parameters(paramLabel = "LETTER", description = "as list names it")
    private String letter = "";

    @Option(
        names = "--locale",
        paramLabel = "LOCALE",
        defaultValue = "en",
        description = "of the reader, such as zh-CN (default: ${DEFAULT-VALUE})")
    private String locale = "en";
  }

  /** Which there are. */
  @Command(
      name = "list",
      description = "Lists the letters, and for what somebody gets one.",
      mixinStandardHelpOptions = true)
  static final class ListThem implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
      service(data)
          .ask("GET", "/letters")
          .forEachEntry(
              (template, purpose) ->
                  System.out.println("%-18s %s".formatted(template, purpose.asString())));
      return 0;
    }
  }

  /** One, to read. */
  @Command(
      name = "preview",
      description = "Shows one letter, as its reader would get it.",
      mixinStandardHelpOptions = true)
  static final class Preview implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Mixin private Which which = new Which();

    @Option(
        names = "--html",
        paramLabel = "FILE",
        description = "writes the page that a mail program shows there")
    private @Nullable Path html;

    @Override
    public Integer call() throws InterruptedException, IOException {
      JsonNode told =
          service(data)
              .ask(
                  "GET",
                  "/letters/%s?locale=%s".formatted(encoded(which.letter), encoded(which.locale)));
      System.out.println("Subject: " + told.path("subject").asString());
      System.out.println();
      System.out.print(told.path("text").asString());
      if (html != null) {
        Files.writeString(html, told.path("html").asString());
        System.out.println("The page lies in " + html);
      }
      return 0;
    }
  }

  /** One, as a mail. */
  @Command(
      name = "send",
      description = "Sends one letter about a made-up case to an address of yours.",
      mixinStandardHelpOptions = true)
  static final class Send implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Mixin private Which which = new Which();

    @Option(names = "--to", paramLabel = "ADDRESS", required = true, description = "who gets it")
    private String to = "";

    @Override
    public Integer call() throws InterruptedException {
      JsonNode told =
          service(data)
              .ask(
                  "POST",
                  "/letters/%s/tests".formatted(encoded(which.letter)),
                  Map.of("to", to, "locale", which.locale));
      String result = told.path("result").asString();
      if (!result.equals("SENT")) {
        throw new StackFailure(
            "Expected the mail server to take it, but found: %s.".formatted(result));
      }
      System.out.println("Sent to %s as %s".formatted(to, told.path("providerId").asString()));
      return 0;
    }
  }
}
