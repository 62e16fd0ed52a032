package io.amends.desk.cases;

import io.amends.desk.words.PromiseLine;
import io.amends.desk.words.Ring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as its page shows it, in the reader's words. The order is that of the work: collect,
 * analyse, plan, carry out.
 */
record CasePage(
    String caseId,
    String number,
    Ring ring,
    String title,
    String property,
    String state,
    @Nullable OtherCase partOf,
    List<Mark> marks,
    List<Fact> facts,
    @Nullable String guestWords,
    List<String> laterWords,
    Perhaps perhaps,
    List<PromiseLine> promises,
    List<TierLine> tiers,
    List<String> next,
    List<Moment> timeline,
    GuestBox guest,
    Plan plan,
    List<String> missing,
    List<VerbButton> verbs,
    List<Wanted> more,
    Give give,
    boolean causeKnown,
    boolean followedUp,
    String tap) {

  /** What was only suggested, and what a tap makes of it. */
  record Perhaps(List<Alike> alike, @Nullable Read read) {

    /** Nothing was. */
    static final Perhaps NOTHING = new Perhaps(List.of(), null);

    /** Whether there is anything. */
    public boolean any() {
      return !alike.isEmpty() || read != null;
    }
  }

  /** Another case that may be about the same, and in what. */
  record Alike(String caseId, String number, String in) {}

  /**
   * What was read out of the guest's words.
   *
   * @param because the words of the lexicon that were found; empty: not for this reader
   * @param others how bad it may be instead, by the code
   */
  record Read(String says, String handled, String because, List<Option> others) {}

  /** A word beside the title, and how it looks. */
  record Mark(String kind, String word) {}

  /** A fact and its name. */
  record Fact(String name, String value) {}

  /** When it gets dearer. */
  record TierLine(
      String tier,
      String factor,
      String word,
      String from,
      String exposure,
      String owner,
      boolean now) {}

  /** A moment of the timeline. */
  record Moment(String code, String hour, String who, String words) {}

  /** The guest: who, how likely to switch, and why. */
  record GuestBox(
      String guestId,
      String name,
      String contact,
      List<Fact> facts,
      String band,
      String risk,
      String worth,
      List<ReasonLine> reasons,
      List<String> stays,
      List<OtherCase> others) {}

  /**
   * A reason of the risk.
   *
   * @param width of 100, how much it weighs beside the heaviest
   */
  record ReasonLine(String words, boolean worse, String weight, int width) {}

  record OtherCase(String caseId, String words, boolean open) {}

  /** What makes good, in the three ways in which a guest finds it fair. */
  record Plan(
      List<String> outcome, List<String> procedure, List<String> courtesy, String playbook) {}

  /**
   * A verb within reach of a thumb.
   *
   * @param done when it was done; empty if it is still to do
   */
  record VerbButton(String verb, String word, String done) {}

  /**
   * What may be done beside the five verbs.
   *
   * @param about what it is done to; empty: to the case
   */
  record Wanted(String verb, String word, String about, List<Field> fields) {}

  /**
   * What a verb needs to know.
   *
   * @param type of the input, as HTML names it; empty: it is chosen
   * @param options to choose from; empty: it is written, or known already
   * @param value known already; null: somebody says it
   */
  record Field(
      String name, String word, String type, List<Option> options, @Nullable String value) {

    static Field hidden(String name, String value) {
      return new Field(name, "", "hidden", List.of(), value);
    }

    static Field choice(String name, String word, List<Option> options) {
      return new Field(name, word, "", options, null);
    }

    static Field text(String name, String word) {
      return new Field(name, word, "text", List.of(), null);
    }

    /** An hour on the hotel's own wall clock. */
    static Field hour(String name, String word) {
      return new Field(name, word, "datetime-local", List.of(), null);
    }
  }

  /** What the reader may give. */
  record Give(
      List<Option> remedies, String currency, String limit, String usual, boolean partAtOnce) {}

  record Option(String value, String word) {}
}
