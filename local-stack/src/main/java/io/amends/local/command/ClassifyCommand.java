package io.amends.local.command;

import picocli.CommandLine.Command;

/** The door reads what went wrong: the module {@code complaint-intake}. */
@Command(
    name = "classify",
    description = "How good the door is at reading what a complaint is about.",
    mixinStandardHelpOptions = true)
public final class ClassifyCommand extends ElsewhereCommand {}
