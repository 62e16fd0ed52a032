package io.amends.desk.view;

import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.kit.events.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hotels and who works there, as the view has them. */
public final class House {

  private final JdbcTemplate view;
  private final Seal seal;

  public House(JdbcTemplate view, Seal seal) {
    this.view = view;
    this.seal = seal;
  }

  /** All hotels, by id. */
  public List<PropertyReference> properties() {
    return view.query(
        "SELECT body FROM property ORDER BY property",
        (row, _) -> Json.read(row.getBytes(1), PropertyReference.class));
  }

  /** Who works at a hotel; empty if nobody is written. */
  public Optional<RosterReference> roster(String property) {
    return view
        .query(
            "SELECT sealed FROM roster WHERE property = ?",
            (row, _) ->
                Json.read(
                    seal.open(property, row.getBytes(1)).getBytes(StandardCharsets.UTF_8),
                    RosterReference.class),
            property)
        .stream()
        .findFirst();
  }
}
