package io.amends.intake.domain;

import io.amends.contracts.Channel;
import io.amends.contracts.Origin;
import io.amends.contracts.inbound.ReportedBy;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the way by which something reached us says of it. */
final class Channels {

  /** By these ways a guest speaks who is in the house, if nothing else is known. */
  private static final Set<Channel> IN_HOUSE =
      EnumSet.of(
          Channel.FRONT_DESK,
          Channel.PHONE,
          Channel.IN_ROOM_QR,
          Channel.STAFF_OBSERVATION,
          Channel.SYSTEM_DETECTED,
          Channel.CHATBOT);

  private Channels() {}

  static boolean inHouse(Channel channel, Instant detectedAt, @Nullable Instant departureAt) {
    return departureAt == null ? IN_HOUSE.contains(channel) : detectedAt.isBefore(departureAt);
  }

  static boolean isPublic(Channel channel) {
    return channel == Channel.REVIEW_SITE || channel == Channel.SOCIAL_MEDIA;
  }

  /** Who knew first: as the source says, else as the channel is used. */
  static Origin origin(Channel channel, @Nullable ReportedBy by) {
    return by == null ? usualOrigin(channel) : origin(by);
  }

  private static Origin origin(ReportedBy by) {
    return switch (by) {
      case GUEST -> Origin.GUEST;
      case STAFF -> Origin.STAFF;
      case SYSTEM -> Origin.SYSTEM_DETECTED;
      case THIRD_PARTY -> Origin.THIRD_PARTY;
    };
  }

  private static Origin usualOrigin(Channel channel) {
    return switch (channel) {
      case STAFF_OBSERVATION -> Origin.STAFF;
      case SYSTEM_DETECTED -> Origin.SYSTEM_DETECTED;
      case THIRD_PARTY_AUTHORITY -> Origin.THIRD_PARTY;
      case FRONT_DESK,
          PHONE,
          EMAIL,
          WEB_FORM,
          IN_ROOM_QR,
          GM_MAILBOX,
          REVIEW_SITE,
          SOCIAL_MEDIA,
          SURVEY,
          CHATBOT ->
          Origin.GUEST;
    };
  }
}
