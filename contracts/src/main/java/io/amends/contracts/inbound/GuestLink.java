package io.amends.contracts.inbound;

import java.time.Instant;

/**
 * Two profiles are one person, as a guest directory says when it merges them.
 *
 * @param from the id that was, the source's own or one that we gave
 * @param to the id that is
 * @param at when the directory found out
 */
public record GuestLink(String from, String to, Instant at) {}
