package io.amends.local.stack;

import io.amends.local.installation.DataFolder;
import io.amends.local.program.Ports;
import io.amends.local.program.Program;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the processes of a stack are told of each other, as variables of their environment. */
final class Surroundings {

  private static final String LOOPBACK = "127.0.0.1";

  private final DataFolder data;
  private final Ports ports;
  private final boolean movableClock;
  private final boolean secured;
  private final Map<String, String> forAll;

  /**
   * The surroundings of one stack.
   *
   * @param forAll what every process is told beside, and instead
   */
  Surroundings(
      DataFolder data,
      Ports ports,
      boolean movableClock,
      boolean secured,
      Map<String, String> forAll) {
    this.data = data;
    this.ports = ports;
    this.movableClock = movableClock;
    this.secured = secured;
    this.forAll = Map.copyOf(forAll);
  }

  /** The environment of one program, beside that of this process. */
  Map<String, String> of(Program program) {
    Map<String, String> environment = new LinkedHashMap<>();
    // glibc gives every thread an arena of its own to waste.
    environment.put("MALLOC_ARENA_MAX", "2");
    if (!program.name().equals(Ports.BROKER)) {
      environment.putAll(ofService(program));
    }
    if (program.name().equals(Ports.IDENTITY)) {
      environment.putAll(ofIdentity());
    }
    if (program.name().equals(Ports.INTAKE)) {
      environment.putAll(ofIntake());
    }
    environment.putAll(forAll);
    environment.putAll(program.environment());
    return environment;
  }

  private Map<String, String> ofService(Program program) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SERVER_PORT", Integer.toString(ports.of(program.mainPort())));
    environment.put("SERVER_ADDRESS", LOOPBACK);
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", ports.bootstrapServers());
    environment.put(
        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", ports.url(Ports.IDENTITY));
    environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES", "amends");
    environment.put("SPRING_MAIL_HOST", LOOPBACK);
    environment.put("SPRING_MAIL_PORT", Integer.toString(ports.of(Ports.SMTP)));
    environment.put("AMENDS_STATE_DIR", data.stateOf(program.name()).toString());
    environment.put("AMENDS_LINK_KEYS", data.secrets().linkKeys());
    environment.put("AMENDS_PARTITIONS", "4");
    environment.put("AMENDS_REPLICATION", "1");
    environment.put("AMENDS_STANDBYS", "0");
    environment.put("AMENDS_IDENTITY_URL", ports.url(Ports.IDENTITY));
    environment.put("AMENDS_INTAKE_URL", ports.url(Ports.INTAKE));
    environment.put("AMENDS_ORCHESTRATOR_URL", ports.url(Ports.ORCHESTRATOR));
    environment.put("AMENDS_SCORER_URL", ports.url(Ports.SCORER));
    environment.put("AMENDS_NOTIFICATION_URL", ports.url(Ports.NOTIFICATION));
    environment.put("AMENDS_DESK_URL", ports.url(Ports.DESK));
    if (secured) {
      environment.put("AMENDS_KAFKA_USER", program.name());
      environment.put("AMENDS_KAFKA_PASSWORD", data.secrets().kafka(program.name()));
      environment.put("AMENDS_KAFKA_PROTOCOL", "SASL_PLAINTEXT");
    }
    if (movableClock) {
      environment.put("AMENDS_CLOCK_FILE", data.clock().toString());
    }
    return environment;
  }

  private Map<String, String> ofIdentity() {
    return Map.of(
        "AMENDS_SMTP_PORT", Integer.toString(ports.of(Ports.SMTP)),
        "AMENDS_IMAP_PORT", Integer.toString(ports.of(Ports.IMAP)),
        "AMENDS_COMMAND_LINE_SECRET", data.secrets().commandLine(),
        "AMENDS_INTEGRATORS_FILE", data.secrets().integrators().toString());
  }

  /** Mails to {@code complaints+PROPERTY@amends.example} are complaints. */
  private Map<String, String> ofIntake() {
    String mailbox = "AMENDS_INTAKE_MAILBOXES_LOCAL_";
    return Map.of(
        mailbox + "HOST", LOOPBACK,
        mailbox + "PORT", Integer.toString(ports.of(Ports.IMAP)),
        mailbox + "TLS", "NONE",
        mailbox + "USER", "complaints",
        mailbox + "PASSWORD", "complaints",
        mailbox + "RECIPIENTS", "complaints+*@amends.example=*",
        mailbox + "EVERY", "3s");
  }
}
