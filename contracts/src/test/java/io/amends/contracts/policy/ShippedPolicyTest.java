package io.amends.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.published.Approved;
import io.amends.contracts.published.wire.WireType;
import io.amends.contracts.published.wire.WireType.ByKey;
import io.amends.contracts.published.wire.WireType.Field;
import io.amends.contracts.published.wire.WireType.Structure;
import io.amends.contracts.published.wire.WireTypes;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The policy that ships is the policy that is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedPolicyTest {

  @Test
  void it_is_read_with_the_values_that_stand_in_it() {
    HotelPolicy policy = PolicyFile.read();

    assertThat(policy.policy().reference()).isEqualTo("CHAIN/policy@1");
    assertThat(policy.promises().inHouse().acknowledge().of(Severity.MAJOR))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(policy.escalation().ownerByTier().get(Severity.MAJOR))
        .containsEntry(CostTier.NEXT_DAY, Role.GENERAL_MANAGER);
    assertThat(policy.empowerment().roles().get(Role.FRONT_LINE))
        .isEqualTo(new Limits(Nights.of("0.50"), "5", Limits.MonthCounts.PERSON, null, null));
  }

  @Test
  void every_value_that_code_wants_stands_in_it() {
    List<String> missing = new ArrayList<>();
    wanted("", WireTypes.of(HotelPolicy.class), PolicyFile.written(), missing);
    assertThat(missing).isEmpty();
  }

  @Tag("approved")
  @Test
  void every_number_in_it_is_read_or_listed_as_not_read_yet() {
    Approved.hold(
        Path.of("src/test/resources/policy-numbers-not-read-yet.txt"),
        String.join("\n", PolicyFile.numbersNotRead()) + "\n");
  }

  private static void wanted(
      String path, WireType type, @Nullable Object written, List<String> missing) {
    if (type instanceof Structure record && written instanceof Map<?, ?> map) {
      for (Field field : record.fields()) {
        if (field.required() || map.containsKey(field.name())) {
          wanted(path + "/" + field.name(), field.type(), map.get(field.name()), missing);
        }
      }
    } else if (type instanceof ByKey values && written instanceof Map<?, ?> map) {
      map.forEach((key, value) -> wanted(path + "/" + key, values.value(), value, missing));
    } else if (written == null) {
      missing.add(path);
    }
  }
}
