package io.amends.contracts;

/** By which way a complaint reached the hotel. */
public enum Channel {
  FRONT_DESK,
  PHONE,
  EMAIL,
  WEB_FORM,
  IN_ROOM_QR,
  GM_MAILBOX,
  REVIEW_SITE,
  SOCIAL_MEDIA,
  SURVEY,
  STAFF_OBSERVATION,
  SYSTEM_DETECTED,
  THIRD_PARTY_AUTHORITY,
  CHATBOT
}
