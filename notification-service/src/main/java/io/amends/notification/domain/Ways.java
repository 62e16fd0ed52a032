package io.amends.notification.domain;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference.Person;
import io.amends.contracts.reference.Webhook.Takes;
import java.util.stream.Stream;

/**
 * By which ways a member of staff is told: by mail, by telephone where it matters and there is a
 * gateway, and by each system of the hotel.
 *
 * @param sms whether short messages go out for what is told
 * @param mailAlone whether it is for few eyes: the gate lets nothing but mails through
 */
record Ways(PropertyReference property, boolean sms, boolean mailAlone) {

  /** Whether only those may see the case whom the policy names. */
  static boolean forFewEyes(CaseFacts facts, HotelPolicy.Sensitive policy) {
    return facts.flags().stream().anyMatch(policy.flags()::contains);
  }

  boolean reach(Person person) {
    return person.email() != null
        || (!mailAlone
            && (!property.webhooks(Takes.STAFF_ALERTS).isEmpty()
                || (sms && person.phone() != null)));
  }

  /** What a person is told, once for each way. */
  Stream<Draft> of(Draft byMail, Person person) {
    return Stream.of(
            Stream.of(byMail).filter(_ -> person.email() != null),
            Stream.of(byMail).filter(_ -> sms && person.phone() != null).map(Draft::bySms),
            property.webhooks(Takes.STAFF_ALERTS).stream().map(byMail::by))
        .flatMap(ways -> ways);
  }
}
