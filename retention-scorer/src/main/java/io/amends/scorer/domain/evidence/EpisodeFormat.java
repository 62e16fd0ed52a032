package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.packed.Packer;
import io.amends.scorer.domain.packed.Unpacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an episode lies in a store; moments are told as seconds from one near by. */
public final class EpisodeFormat {

  /** From the highest bits to the lowest; what is new comes first, so that old rows stay true. */
  private static final List<Signal> SIGNALS =
      List.of(
          Signal.OFFER_LEFT,
          Signal.OFFER_TAKEN,
          Signal.MESSAGE_OPENED,
          Signal.UNSUBSCRIBED,
          Signal.REFERRED_A_FRIEND,
          Signal.GOOD_CONTACT,
          Signal.BAD_CONTACT);

  private EpisodeFormat() {}

  public static void write(Episode episode, Packer out, Instant near) {
    out.octet(episode.complaints().size());
    episode.complaints().forEach(complaint -> complaint(out, complaint, near));
    SilentFailure silent = episode.silent();
    if (silent == null) {
      out.octet(0);
    } else {
      out.octet(silent.count())
          .choice(silent.severity())
          .moment(silent.firstAt(), near)
          .moment(silent.worstAt(), silent.firstAt());
    }
    said(out, episode.impression(), near);
    int attitude = 0;
    for (Signal signal : SIGNALS) {
      attitude = (attitude << 2) | episode.attitude().count(signal);
    }
    out.count(attitude);
  }

  public static Episode read(Unpacker in, Instant near) {
    List<Complaint> complaints = new ArrayList<>();
    for (int left = in.octet(); left > 0; left--) {
      complaints.add(complaint(in, near));
    }
    int failed = in.octet();
    SilentFailure silent = failed == 0 ? null : silent(failed, in, near);
    Impression said = said(in, near);
    return new Episode(complaints, silent, said, attitude(in.count()));
  }

  private static Attitude attitude(int packed) {
    Map<Signal, Integer> counts = new EnumMap<>(Signal.class);
    int left = packed;
    for (Signal signal : SIGNALS.reversed()) {
      if ((left & 3) > 0) {
        counts.put(signal, left & 3);
      }
      left >>= 2;
    }
    return new Attitude(counts);
  }

  private static void said(Packer out, Impression said, Instant near) {
    Instant answered = said.answeredAt();
    Instant reviewed = said.reviewedAt();
    out.octet((answered == null ? 0 : 1) | (reviewed == null ? 0 : 2));
    if (answered != null) {
      Justices fair = said.justices();
      out.nibbles(said.survey(), fair.outcome())
          .nibbles(fair.procedure(), fair.courtesy())
          .moment(answered, near);
    }
    if (reviewed != null) {
      out.optional(said.review()).moment(reviewed, near);
    }
  }

  private static Impression said(Unpacker in, Instant near) {
    int what = in.octet();
    Impression said = Impression.NONE;
    if ((what & 1) != 0) {
      int first = in.octet();
      int second = in.octet();
      Justices fair =
          new Justices(Unpacker.low(first), Unpacker.high(second), Unpacker.low(second));
      said = said.answered(Unpacker.high(first), fair, in.moment(near));
    }
    if ((what & 2) != 0) {
      Integer review = in.optional();
      said =
          new Impression(
              said.survey(), said.justices(), said.answeredAt(), review, in.moment(near));
    }
    return said;
  }

  private static void complaint(Packer out, Complaint complaint, Instant near) {
    Complaint.@Nullable Resolution resolution = complaint.resolution();
    Instant failedAt = complaint.failedAt();
    int how =
        (complaint.failures() << 2) | (resolution == null ? 0 : 2) | (failedAt == null ? 0 : 1);
    out.fixed(complaint.reference().bits())
        .choices(complaint.severity(), complaint.voice())
        .nibbles(complaint.tier(), how)
        .moment(complaint.madeAt(), near)
        .moment(complaint.tierSince(), complaint.madeAt());
    if (resolution != null) {
      out.moment(resolution.at(), complaint.madeAt()).optional(resolution.satisfaction());
    }
    if (failedAt != null) {
      out.moment(failedAt, complaint.madeAt());
    }
  }

  private static SilentFailure silent(int count, Unpacker in, Instant near) {
    Severity severity = in.choice(Severity.values());
    Instant firstAt = in.moment(near);
    return new SilentFailure(severity, count, firstAt, in.moment(firstAt));
  }

  private static Complaint complaint(Unpacker in, Instant near) {
    Reference reference = new Reference(in.fixed());
    int what = in.octet();
    int stands = in.octet();
    int how = stands & 15;
    Instant madeAt = in.moment(near);
    Instant tierSince = in.moment(madeAt);
    Complaint.Resolution resolution =
        (how & 2) == 0 ? null : new Complaint.Resolution(in.moment(madeAt), in.optional());
    Instant failedAt = (how & 1) == 0 ? null : in.moment(madeAt);
    return new Complaint(
        reference,
        Unpacker.at(what >> 4, Severity.values()),
        Unpacker.at(what & 15, Voice.values()),
        madeAt,
        Unpacker.at(stands >> 4, CostTier.values()),
        tierSince,
        resolution,
        how >> 2,
        failedAt);
  }
}
