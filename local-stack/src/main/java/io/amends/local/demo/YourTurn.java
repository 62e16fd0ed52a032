package io.amends.local.demo;

import io.amends.local.door.ComplaintLink;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the visitor can do now. */
final class YourTurn {

  private static final String COMPLAINT =
      "{\\\"propertyId\\\":\\\"SIN-MARINA\\\",\\\"channel\\\":\\\"FRONT_DESK\\\","
          + "\\\"room\\\":\\\"1204\\\",\\\"issue\\\":\\\"NO_HOT_WATER\\\","
          + "\\\"occurredAt\\\":\\\"$(date -u +%FT%TZ)\\\"}";

  private YourTurn() {}

  record Lines(List<String> lines) {}

  static Lines of(Stack stack, House house, Metrics before) {
    Ports ports = stack.ports();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Your turn. It is the hotel's real time now.");
    lines.add("");
    lines.add(
        "  See what is due at "
            + house.url(Ports.DESK)
            + "/today, and sign in as Ana with one tap.");
    lines.add(
        "  Leave it open: what you do below turns up there by itself, and \"I have it\" is yours.");
    lines.add("");
    lines.add("  Complain as a guest in room 1204 of Singapore does:");
    lines.add("");
    lines.add("    " + form(house));
    lines.add("");
    lines.add("  Or as a system does, over HTTP or as a record in Kafka:");
    lines.add("");
    lines.add("    curl -X POST " + house.url(Ports.INTAKE) + "/complaints \\");
    lines.add(
        "      -H \"Authorization: Bearer $(./amends token%s --role INTEGRATOR)\" \\"
            .formatted(dataOption(stack)));
    lines.add("      -H 'Content-Type: application/json' -H \"Idempotency-Key: $RANDOM\" \\");
    lines.add("      -d \"" + COMPLAINT + "\"");
    lines.add("");
    lines.add("    echo \"" + COMPLAINT + "\" |");
    lines.add(
        "      kcat -P -b %s -t inbound.complaints.v1.building \\"
            .formatted(ports.bootstrapServers()));
    lines.add("        -H ce_specversion=1.0 -H ce_id=$RANDOM -H ce_source=building \\");
    lines.add("        -H ce_type=hotel.complaint.reported.v1 -H content-type=application/json");
    lines.add("");
    lines.add(
        "  The alert for Singapore's front line arrives at "
            + house.url(Ports.IDENTITY)
            + "/mails");
    lines.add("  Its one-tap link stops the clock.");
    List<String> moved = Metrics.of(house).movedSince(before);
    if (!moved.isEmpty()) {
      lines.add("");
      lines.add("  Metrics that moved (/actuator/prometheus of each service):");
      moved.forEach(metric -> lines.add("    " + metric));
    }
    lines.add("");
    lines.add(
        "  Kill the orchestrator now (pid "
            + stack.pid(Ports.ORCHESTRATOR)
            + "): no promise is lost.");
    lines.add("  Kafka listens at " + ports.bootstrapServers() + ".");
    return new Lines(lines);
  }

  /** As the QR code in the room says it. */
  private static String form(House house) {
    ComplaintLink link = new ComplaintLink("SIN-MARINA", "1204", null, null, null);
    return house.post(House.SYSTEMS, Ports.INTAKE, "/links/complaint", link).path("url").asString();
  }

  private static String dataOption(Stack stack) {
    Path root = stack.data().root();
    return root.equals(Installation.here().standardDataFolder()) ? "" : " --data " + root;
  }
}
