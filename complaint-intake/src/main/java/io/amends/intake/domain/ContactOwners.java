package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose one address or number is, as it was told, the first who told it first.
 *
 * <p>What the chain's systems say counts before what a stranger wrote. An address that they give to
 * two guests (a couple, an agency) tells neither, and joins nobody: a wrong join can't be undone.
 */
public record ContactOwners(List<Owner> owners) {

  public static final ContactOwners NONE = new ContactOwners(List.of());

  /** Ours: what so many have is nobody's; whoever comes after them is not kept. */
  static final int MOST = 20;

  /**
   * One who has it.
   *
   * @param stated under which id it was told
   * @param is whose id that is by now
   */
  public record Owner(GuestId stated, GuestId is) {

    private boolean isKnown() {
      return !OwnGuest.is(stated);
    }
  }

  /** That two are one person. */
  public record Join(GuestId from, GuestId to) {}

  public ContactOwners {
    owners = List.copyOf(owners);
  }

  /** It was told of this guest, or this guest's id was joined to another. */
  public ContactOwners with(GuestId stated, GuestId is) {
    List<Owner> more = new ArrayList<>(owners);
    Owner owner = new Owner(stated, is);
    int place = placeOf(stated);
    if (place >= 0) {
      more.set(place, owner);
    } else if (more.size() < MOST || (owner.isKnown() && leaveOutAStranger(more))) {
      more.add(owner);
    }
    return new ContactOwners(more);
  }

  private static boolean leaveOutAStranger(List<Owner> owners) {
    return owners.stream().filter(o -> !o.isKnown()).findFirst().map(owners::remove).orElse(false);
  }

  /** It is no more what was told of this guest. */
  public ContactOwners without(GuestId stated) {
    return new ContactOwners(owners.stream().filter(o -> !o.stated().equals(stated)).toList());
  }

  /** Whose it is; empty if nobody has it, or more than one whom the chain knows. */
  public Optional<GuestId> whose() {
    List<GuestId> known = known();
    return switch (known.size()) {
      case 0 -> owners.stream().map(Owner::is).findFirst();
      case 1 -> Optional.of(known.getFirst());
      default -> Optional.empty();
    };
  }

  /** Strangers who turn out to be whoever has it; empty if it tells nobody. */
  public List<Join> joins() {
    return whose().stream()
        .flatMap(
            who ->
                owners.stream()
                    .map(Owner::is)
                    .filter(OwnGuest::is)
                    .filter(is -> !is.equals(who))
                    .distinct()
                    .map(is -> new Join(is, who)))
        .toList();
  }

  public boolean isEmpty() {
    return owners.isEmpty();
  }

  private int placeOf(GuestId stated) {
    return owners.stream().map(Owner::stated).toList().indexOf(stated);
  }

  private List<GuestId> known() {
    Stream<GuestId> known = owners.stream().filter(Owner::isKnown).map(Owner::is);
    return known.distinct().toList();
  }
}
