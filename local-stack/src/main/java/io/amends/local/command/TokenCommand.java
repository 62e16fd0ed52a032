package io.amends.local.command;

import io.amends.local.program.Ports;
import io.amends.local.token.TokenRequest;
import io.amends.local.token.Tokens;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a bearer token of the running stack's OpenID provider. */
@Command(
    name = "token",
    description = "Prints a bearer token for curl.",
    mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "FRONT_LINE, SUPERVISOR, DUTY_MANAGER, GENERAL_MANAGER, REGION, HEAD_OFFICE, SECURITY,"
              + " OPERATIONS, INTEGRATOR or PARTNER; may be repeated")
  private List<String> roles = List.of();

  @Option(
      names = "--property",
      paramLabel = "ID",
      description = "a property it holds for, or * for all (default); may be repeated")
  private List<String> properties = List.of();

  @Option(
      names = "--as",
      paramLabel = "STAFF",
      description = "whose id it carries; a demo user's roles and properties, if none are named")
  private @Nullable String staff;

  @Override
  public Integer call() throws InterruptedException {
    String identity = data.running().namedPorts().url(Ports.IDENTITY);
    String secret = data.folder().secrets().commandLine();
    System.out.println(
        new Tokens(identity, secret).issue(new TokenRequest(roles, properties, staff)));
    return 0;
  }
}
