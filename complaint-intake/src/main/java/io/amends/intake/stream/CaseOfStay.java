package io.amends.intake.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * That there is a case of a stay. Internal to intake.
 *
 * @param knownAt when it became known
 */
@JsonTypeName("amends.intake.case-of-stay.v1")
record CaseOfStay(String stayId, Instant knownAt) {}
