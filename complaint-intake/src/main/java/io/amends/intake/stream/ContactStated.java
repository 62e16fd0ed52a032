package io.amends.intake.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.GuestId;
import java.time.Instant;

/**
 * That an address is one of a guest's, or is no more, under the address's hash. Internal to intake.
 *
 * @param stated under which id it was told
 * @param is whose id that is by now
 */
@JsonTypeName("amends.intake.contact-stated.v1")
record ContactStated(GuestId stated, GuestId is, boolean still, Instant at) {}
