package io.amends.orchestrator.stream;

import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.GuestId;

/** A case's key as text: {@code guest id/case id}. */
public final class CaseKeys {

  private CaseKeys() {}

  public static String of(CaseRef ref) {
    return ref.guestId().value() + '/' + ref.caseId().value();
  }

  /** What the keys of all cases of a guest begin with. */
  public static String allOf(GuestId guest) {
    return guest.value() + '/';
  }

  static CaseRef read(String key) {
    int slash = key.indexOf('/');
    return new CaseRef(new GuestId(key.substring(0, slash)), new CaseId(key.substring(slash + 1)));
  }
}
