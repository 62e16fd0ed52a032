package io.amends.local.command;

import io.amends.local.door.ComplaintLink;
import io.amends.local.door.Door;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Links by which guests come in without a login. */
@Command(
    name = "link",
    description = "Makes links for guests.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = LinkCommand.Complaint.class)
public final class LinkCommand {

  /** A link to the complaint form, to be printed or sent. */
  @Command(
      name = "complaint",
      description =
          "Prints a link to the complaint form of a room, an outlet, a stay or the whole hotel.",
      mixinStandardHelpOptions = true)
  static final class Complaint implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Option(names = "--property", paramLabel = "ID", required = true)
    private String property = "";

    @Option(names = "--room", paramLabel = "ROOM", description = "whose door or desk it is on")
    private @Nullable String room;

    @Option(names = "--outlet", paramLabel = "NAME", description = "such as \"Pool bar\"")
    private @Nullable String outlet;

    @Option(names = "--stay", paramLabel = "ID", description = "for one guest; it ends in 60 days")
    private @Nullable String stay;

    @Option(
        names = "--language",
        paramLabel = "TAG",
        description = "in which it opens (default: what the guest's browser wants)")
    private @Nullable String language;

    @Option(names = "--qr", paramLabel = "FILE", description = "a QR code to print: .svg or .png")
    private @Nullable Path qr;

    @Override
    public Integer call() throws InterruptedException {
      ComplaintLink link = new ComplaintLink(property, room, outlet, stay, language);
      try (Door door = data.door()) {
        Path picture = qr;
        if (picture == null) {
          System.out.println(link.address(door));
          return 0;
        }
        boolean png = picture.getFileName().toString().endsWith(".png");
        Files.write(picture, link.picture(door, png ? "image/png" : "image/svg+xml"));
        System.out.println("The code is in " + picture);
        return 0;
      } catch (IOException failure) {
        throw new StackFailure("Expected to write %s, but: %s".formatted(qr, failure), failure);
      }
    }
  }
}
