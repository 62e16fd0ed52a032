package io.amends.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wrote anew: without the older mails below it, and without the signature. If nothing
 * is left, everything is somebody's words.
 */
final class OwnWords {

  /** Above an older mail, in the words of the mail programs that are used most. */
  private static final List<Pattern> ABOVE_OLDER =
      List.of(
          Pattern.compile("(?i)^-{2,} ?(original message|original appointment) ?-{2,}.*"),
          Pattern.compile("^-{2,} ?(原始邮件|原邮件|回复的原邮件|回复的邮件|原始郵件) ?-{2,}.*"),
          Pattern.compile("(?i)^on .{4,200} wrote ?:$"),
          Pattern.compile("^(在|于)?.{4,200}(写道|寫道|写到)\\s?[:：]$"));

  /** The lines with which older mails begin where nothing stands above them. */
  private static final Pattern SENDER = Pattern.compile("(?i)^\\*?(from|发件人|寄件者)\\*? ?[:：].+");

  private static final Pattern MORE_OF_A_HEAD =
      Pattern.compile("(?i)^\\*?(sent|date|to|发送时间|日期|收件人|寄件日期|收件者)\\*? ?[:：].*");

  private static final Pattern RULE = Pattern.compile("^_{10,}$");
  private static final String SIGNATURE = "-- ";
  private static final Pattern QUOTED = Pattern.compile("^ ?[>｜].*");

  private OwnWords() {}

  /** The words of one text; its lines end with line feeds. */
  static String of(String text) {
    List<String> lines = text.lines().toList();
    List<String> own = new ArrayList<>();
    for (int at = 0; at < lines.size() && !olderBegins(lines, at); at++) {
      String line = lines.get(at);
      if (line.equals(SIGNATURE)) {
        break;
      }
      if (!QUOTED.matcher(line).matches()) {
        own.add(line);
      }
    }
    String left = own.stream().collect(Collectors.joining("\n")).strip();
    return left.isEmpty() ? text.strip() : left;
  }

  private static boolean olderBegins(List<String> lines, int at) {
    String line = lines.get(at).strip();
    String next = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
    if (RULE.matcher(line).matches()) {
      return SENDER.matcher(next).matches();
    }
    return ABOVE_OLDER.stream()
            .anyMatch(
                above ->
                    above.matcher(line).matches() || above.matcher(line + " " + next).matches())
        || (SENDER.matcher(line).matches() && MORE_OF_A_HEAD.matcher(next).matches());
  }
}
