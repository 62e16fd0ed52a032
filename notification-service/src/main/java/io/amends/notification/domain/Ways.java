package io.amends.notification.domain;

import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference.Person;
import io.amends.contracts.reference.Webhook.Takes;
import java.util.stream.Stream;

/** By which ways a member of staff is told: by mail, and by each system of the hotel. */
final class Ways {

  private Ways() {}

  static boolean reach(Person person, PropertyReference property) {
    return person.email() != null || !property.webhooks(Takes.STAFF_ALERTS).isEmpty();
  }

  /** What a person is told, once for each way. */
  static Stream<Draft> of(Draft byMail, Person person, PropertyReference property) {
    return Stream.concat(
        Stream.of(byMail).filter(_ -> person.email() != null),
        property.webhooks(Takes.STAFF_ALERTS).stream().map(byMail::by));
  }
}
