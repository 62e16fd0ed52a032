package io.amends.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.GuestId;
import io.amends.intake.domain.ContactOwners.Join;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactOwnersTest {

  private static final GuestId STRANGER = OwnGuest.of(EventKey.of("mail", "1"));
  private static final GuestId ANOTHER = OwnGuest.of(EventKey.of("mail", "2"));
  private static final GuestId LI = new GuestId("G-1");
  private static final GuestId WEI = new GuestId("G-2");

  @Test
  void nobody_has_it_until_it_is_told() {
    assertThat(ContactOwners.NONE.whose()).isEmpty();
    assertThat(ContactOwners.NONE.with(LI, LI).whose()).contains(LI);
    assertThat(ContactOwners.NONE.with(LI, LI).without(LI).isEmpty()).isTrue();
  }

  @Test
  void a_stranger_who_writes_again_is_the_same_and_who_came_later_is_joined() {
    ContactOwners owners = ContactOwners.NONE.with(STRANGER, STRANGER);
    assertThat(owners.whose()).contains(STRANGER);
    assertThat(owners.joins()).isEmpty();

    ContactOwners both = owners.with(ANOTHER, ANOTHER);
    assertThat(both.whose()).contains(STRANGER);
    assertThat(both.joins()).containsExactly(new Join(ANOTHER, STRANGER));
  }

  @Test
  void what_the_chain_says_counts_before_what_a_stranger_wrote() {
    ContactOwners owners = ContactOwners.NONE.with(STRANGER, STRANGER).with(LI, LI);

    assertThat(owners.whose()).contains(LI);
    assertThat(owners.joins()).containsExactly(new Join(STRANGER, LI));
    assertThat(owners.with(STRANGER, LI).joins()).as("joined already").isEmpty();
    assertThat(owners.with(STRANGER, LI).without(LI).with(WEI, WEI).whose())
        .as("the address is another's now")
        .contains(WEI);
  }

  @Test
  void what_two_guests_share_tells_neither_and_joins_nobody() {
    ContactOwners shared = ContactOwners.NONE.with(STRANGER, STRANGER).with(LI, LI).with(WEI, WEI);

    assertThat(shared.whose()).isEmpty();
    assertThat(shared.joins()).isEmpty();
    assertThat(shared.with(LI, WEI).whose()).as("two profiles of one person").contains(WEI);
  }

  @Test
  void a_chains_own_id_that_looks_like_ours_is_a_known_guest() {
    GuestId looksLike = new GuestId("A-4711");

    assertThat(ContactOwners.NONE.with(looksLike, looksLike).with(LI, LI).joins()).isEmpty();
  }

  @Test
  void a_crowd_keeps_no_more_strangers_but_still_hears_the_chain() {
    ContactOwners crowd = ContactOwners.NONE;
    for (int i = 0; i < ContactOwners.MOST + 5; i++) {
      GuestId stranger = OwnGuest.of(EventKey.of("mail", "crowd-" + i));
      crowd = crowd.with(stranger, stranger);
    }

    assertThat(crowd.owners()).hasSize(ContactOwners.MOST);
    assertThat(crowd.with(LI, LI).owners()).hasSize(ContactOwners.MOST);
    assertThat(crowd.with(LI, LI).whose()).contains(LI);
  }
}
