package io.amends.local.demo;

import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/** What the visitor can do now. */
final class YourTurn {

  private YourTurn() {}

  record Lines(List<String> lines) {}

  static Lines of(Stack stack, House house) {
    Ports ports = stack.ports();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Your turn. It is the hotel's real time now.");
    lines.add("");
    lines.add(
        "  The alert for Singapore's front line arrives at "
            + house.url(Ports.IDENTITY)
            + "/mails");
    lines.add("  Its one-tap link stops the clock. To complain as a system does:");
    lines.add("");
    lines.add("    curl -X POST " + house.url(Ports.INTAKE) + "/complaints \\");
    lines.add("      -H \"Authorization: Bearer $(./amends token --role INTEGRATOR)\" \\");
    lines.add("      -H 'Content-Type: application/json' -H \"Idempotency-Key: $RANDOM\" \\");
    lines.add(
        "      -d \"{\\\"propertyId\\\":\\\"SIN-MARINA\\\",\\\"channel\\\":\\\"FRONT_DESK\\\",\\\"room\\\":\\\"1204\\\",\\\"issue\\\":\\\"NO_HOT_WATER\\\",\\\"occurredAt\\\":\\\"$(date -u +%FT%TZ)\\\"}\"");
    lines.add("");
    lines.add(
        "  Kill the orchestrator now (pid "
            + stack.pid(Ports.ORCHESTRATOR)
            + "): no promise is lost.");
    lines.add("  Kafka listens at " + ports.bootstrapServers() + ".");
    return new Lines(lines);
  }
}
